using System.Globalization;

namespace Retort.Tool;

/// <summary>The arguments of a project's last compilation, as MSBuild gave them to the compiler: <c>retort.rsp</c> beside the record.</summary>
internal sealed class CompilerArguments
{
    private const string Sources = ".cs";

    /// <summary>Options whose value is a file of the output.</summary>
    private static readonly string[] Outputs = ["/out:", "/refout:", "/pdb:", "/doc:"];

    /// <summary>Options whose value is one path, in which a comma would begin another.</summary>
    private static readonly string[] Paths = ["/reference:", "/analyzer:", "/additionalfile:", "/analyzerconfig:"];

    private readonly BuildRecord _record;
    private readonly IReadOnlyList<string> _arguments;

    private CompilerArguments(BuildRecord record, long compiled, IReadOnlyList<string> arguments)
    {
        _record = record;
        Compiled = new DateTime(compiled, DateTimeKind.Utc);
        _arguments = arguments;
    }

    /// <summary>The time of the assembly when the compiler had made it.</summary>
    public DateTime Compiled { get; }

    /// <summary>Reads them; null where there are none.</summary>
    public static CompilerArguments? Read(BuildRecord record) =>
        PathOf(record) is var path
        && File.Exists(path)
        && File.ReadAllLines(path) is [['#', .. var time], .. var arguments]
        && long.TryParse(time, CultureInfo.InvariantCulture, out var compiled)
            ? new(record, compiled, arguments)
            : null;

    /// <summary>The same for other C# files.</summary>
    public CompilerArguments With(IReadOnlyCollection<string> added, IReadOnlyCollection<string> removed) =>
        new(
            _record,
            Compiled.Ticks,
            [
                .. _arguments.Where(argument => !IsSource(argument) || !removed.Contains(FullPath(argument))),
                .. added.Select(path => Path.GetRelativePath(_record.ProjectFolder, path)),
            ]
        );

    /// <summary>Remembers them as those of the last compilation.</summary>
    /// <param name="compiled">The time of the assembly.</param>
    public void Write(DateTime compiled) =>
        File.WriteAllLines(
            PathOf(_record),
            [string.Create(CultureInfo.InvariantCulture, $"#{compiled.Ticks}"), .. _arguments]
        );

    /// <summary>Writes a response file for the compiler that makes the same files elsewhere; the paths that are compiled into them stay.</summary>
    public void WriteResponseFile(string path, CompilerOutput output) =>
        File.WriteAllLines(
            path,
            [
                .. _arguments
                    .Where(argument => argument != "/noconfig")
                    .Select(argument => Quoted(To(output, argument))),
                Quoted($"/pathmap:{output.Folder}={_record.Folder}"),
            ]
        );

    private static string PathOf(BuildRecord record) => Path.ChangeExtension(record.Path, "rsp");

    private static bool IsSource(string argument) => argument.EndsWith(Sources, StringComparison.Ordinal);

    private string FullPath(string path) => Path.GetFullPath(path, _record.ProjectFolder);

    private string To(CompilerOutput output, string argument) =>
        Outputs.FirstOrDefault(each => argument.StartsWith(each, StringComparison.Ordinal)) is { } option
            ? option + output.PathOf(FullPath(argument[option.Length..].Trim('"')))
            : argument;

    private static string Quoted(string argument) =>
        argument.Contains('"', StringComparison.Ordinal) ? argument
        : Paths.FirstOrDefault(each => argument.StartsWith(each, StringComparison.Ordinal)) is { } option
            ? $"{option}\"{argument[option.Length..]}\""
        : argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\""
        : argument;
}

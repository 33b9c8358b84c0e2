namespace Retort.Tool;

/// <summary>A compiled project, and what it needs to be loaded.</summary>
/// <param name="Path">The assembly, absolute.</param>
internal sealed record HostedAssembly(string Path)
{
    private const string Migrations = "Retort.Migrations.dll";

    /// <summary>Where the assemblies that it needs are, for a process of its own; null: beside it.</summary>
    public string? DepsFile { get; init; }

    /// <summary>The runtime that it needs, for a process of its own; null: .NET alone.</summary>
    public string? RuntimeConfig { get; init; }

    /// <summary>The folder of NuGet's packages; null where everything stands beside the assembly.</summary>
    public string? Packages { get; init; }

    /// <summary>Whether this process can be its runtime, and finds everything.</summary>
    public bool FitsThisProcess { get; init; }

    /// <summary>Switches of the runtime and its libraries as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Switches { get; init; } = [];

    /// <summary>The assembly of a build.</summary>
    public static HostedAssembly Of(BuildRecord record) =>
        record.RuntimeConfig.Length > 0 ? OfProgram(record) : OfLibrary(record);

    /// <summary>An assembly that somebody built, with its files beside it, as <c>dotnet publish</c> and <c>dotnet build</c> leave them.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="ToolException">It is no assembly that uses Retort.Migrations, or its runtimeconfig.json cannot be read.</exception>
    public static HostedAssembly OfFile(string path)
    {
        Require(path);
        var runtime = RuntimeConfigFile.Read(System.IO.Path.ChangeExtension(path, "runtimeconfig.json"));
        return new(path)
        {
            DepsFile = IfThere(System.IO.Path.ChangeExtension(path, "deps.json")),
            RuntimeConfig = runtime?.Path,
            Switches = runtime?.Switches ?? [],
            FitsThisProcess = runtime is null || ProjectRuntime.IsThis(runtime.Frameworks),
        };
    }

    private static HostedAssembly OfProgram(BuildRecord record) =>
        new(record.Assembly)
        {
            DepsFile = IfThere(record.DepsFile),
            RuntimeConfig = record.IsSelfContained ? ProjectRuntime.WriteConfig(record) : record.RuntimeConfig,
            Packages = record.Packages,
            Switches = record.Switches,
            FitsThisProcess = !record.HasRuntimeTemplate && ProjectRuntime.IsThis(record.Runtimes),
        };

    /// <summary>A class library stands alone: its packages stay where NuGet has them, and nothing says which runtime it needs.</summary>
    private static HostedAssembly OfLibrary(BuildRecord record) =>
        new(record.Assembly)
        {
            DepsFile = IfThere(record.DepsFile),
            RuntimeConfig = ProjectRuntime.WriteConfig(record),
            Packages = record.Packages,
        };

    private static void Require(string path)
    {
        if (!File.Exists(path))
            throw UsageException.NoSuchAssembly(path);
        if (!IsAssembly(path))
            throw ToolException.NotHosted(path, "it is no assembly");
        if (!File.Exists(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, Migrations)))
            throw ToolException.NotHosted(path, $"{Migrations} is not beside it");
    }

    private static bool IsAssembly(string path)
    {
        try
        {
            return ModuleVersion.Of(path) != Guid.Empty;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static string? IfThere(string path) => File.Exists(path) ? path : null;
}

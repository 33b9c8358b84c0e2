using System.IO.Enumeration;

namespace Retort.Tool;

/// <summary>Lists all that the recorded build depends on, as it is now; a few milliseconds for a thousand files.</summary>
internal sealed class BuildInputs
{
    /// <summary>Read by MSBuild, NuGet, the SDK or the compiler from the project's folder or one above it.</summary>
    private static readonly string[] ImplicitFiles =
    [
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Build.rsp",
        "Directory.Packages.props",
        "MSBuild.rsp",
        "global.json",
        "nuget.config",
        "NuGet.config",
        "NuGet.Config",
        ".editorconfig",
        ".globalconfig",
    ];

    /// <summary>How the names of files end that become part of a build by lying in a project's folder.</summary>
    private static readonly string[] Globbed =
    [
        ".cs",
        ".csproj",
        ".props",
        ".targets",
        ".resx",
        ".razor",
        ".cshtml",
        ".proto",
        ".tt",
        ".xaml",
        ".carried.sql",
    ];

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
    };

    private readonly BuildRecord _record;
    private readonly HashSet<string> _sources;
    private readonly string[] _watched;

    public BuildInputs(BuildRecord record)
    {
        _record = record;
        _sources = [.. record.Sources.Where(source => !IsGenerated(source))];
        _watched =
        [
            .. Globbed.Concat(record.Inputs.Select(Path.GetExtension).OfType<string>().Where(NotEmpty)).Distinct(),
        ];
    }

    /// <summary>The inputs, each once.</summary>
    public IEnumerable<BuildInput> List() =>
        Trees()
            .Concat(_sources.Select(path => BuildInput.Of(path, BuildInputKind.Source)))
            .Concat(FoldersOfLinkedSources().Select(path => BuildInput.Of(path, BuildInputKind.Source)))
            .Concat(_record.Inputs.Select(path => BuildInput.Of(path, KindOfInput(path))))
            .Concat(Products().Select(path => BuildInput.Of(path, BuildInputKind.Product)))
            .Concat(new ProjectImports(_record).Paths().Select(path => BuildInput.Of(path, BuildInputKind.Implicit)))
            .Concat(ImplicitPaths().Select(path => BuildInput.Of(path, BuildInputKind.Implicit)))
            .DistinctBy(input => input.Path);

    private IEnumerable<BuildInput> Trees() => _record.Trees.Where(Directory.Exists).SelectMany(Walk);

    private FileSystemEnumerable<BuildInput> Walk(string tree) =>
        new(tree, ToInput, Everything)
        {
            ShouldRecursePredicate = (ref entry) => !IsSkipped(entry.FileName),
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && IsWatched(entry.FileName),
        };

    private BuildInput ToInput(ref FileSystemEntry entry)
    {
        var path = entry.ToFullPath();
        return new(path, KindOf(path), entry.LastWriteTimeUtc.UtcDateTime, entry.Length);
    }

    private BuildInputKind KindOf(string path) =>
        _sources.Contains(path) ? BuildInputKind.Source
        : path.EndsWith(".cs", StringComparison.Ordinal) && IsOfThisProject(path) ? BuildInputKind.UnknownSource
        : BuildInputKind.Input;

    /// <summary>Projects may lie in each other's folders.</summary>
    private bool IsOfThisProject(string path) =>
        _record.Trees.Where(tree => IsIn(path, tree)).MaxBy(tree => tree.TrimEnd(Path.DirectorySeparatorChar).Length)
        == _record.ProjectFolder;

    private BuildInputKind KindOfInput(string path) =>
        IsIn(path, _record.Folder) ? BuildInputKind.Product : BuildInputKind.Input;

    private bool IsWatched(ReadOnlySpan<char> name)
    {
        foreach (var watched in _watched)
            if (name.EndsWith(watched, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static bool IsSkipped(ReadOnlySpan<char> folder) =>
        folder[0] == '.' || folder is "obj" or "bin" or "node_modules";

    /// <summary>Sources outside the trees may come from a wildcard: a file that is added there changes its folder.</summary>
    private IEnumerable<string> FoldersOfLinkedSources() =>
        _sources
            .Where(source => !_record.Trees.Any(tree => IsIn(source, tree)))
            .Select(source => Path.GetDirectoryName(source)!)
            .Distinct();

    private IEnumerable<string> Products() =>
        [
            .. _record.Products,
            .. _record.Made,
            .. _record.Compiled.Select(file => file.Copy),
            .. _record.Sources.Where(IsGenerated),
            _record.Assembly,
            .. new[] { _record.DepsFile, _record.RuntimeConfig }.Where(NotEmpty),
        ];

    private IEnumerable<string> ImplicitPaths()
    {
        for (var folder = _record.ProjectFolder; folder is not null; folder = Path.GetDirectoryName(folder))
            foreach (var file in ImplicitFiles)
                yield return Path.Combine(folder, file);
    }

    /// <summary>Sources that the build writes itself, or that come with packages, change only with something else that is listed.</summary>
    private bool IsGenerated(string source) =>
        IsIn(source, _record.Folder) || NotEmpty(_record.Packages) && IsIn(source, _record.Packages);

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (
            Path.EndsInDirectorySeparator(folder)
            || path.AsSpan(folder.Length) is [var next, ..] && next == Path.DirectorySeparatorChar
        );

    private static bool NotEmpty(string? text) => !string.IsNullOrEmpty(text);
}

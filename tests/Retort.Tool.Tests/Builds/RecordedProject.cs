using System.Globalization;

namespace Retort.Tool.Tests.Builds;

/// <summary>A project's folder with the record of a build that ended a minute ago, and verbs that touch it.</summary>
internal sealed class RecordedProject : IDisposable
{
    private static readonly DateTime BuildTime = DateTime.UtcNow.AddMinutes(-1);

    private readonly TemporaryFolder _folder = new();

    public RecordedProject()
    {
        foreach (var file in new[] { "App/App.csproj", "App/A.cs", "App/B.cs", "Shared/Linked.cs", "package/lib.dll" })
            Old(file);
        Old("App/bin/App.dll");
        Old("App/obj/Debug/net10.0/App.AssemblyInfo.cs");
        Record(BuildTime);
    }

    private string RecordPath => _folder.PathOf("App", "obj", "Debug", "net10.0", "retort.build");

    /// <summary>The freshness as a new command would find it.</summary>
    public Freshness Check() => new UpToDateCheck(BuildRecord.Read(RecordPath)!).Check().Freshness;

    /// <summary>What the tool does after its own build.</summary>
    public void Accept() => new UpToDateCheck(BuildRecord.Read(RecordPath)!).Accept();

    /// <summary>Writes a file now.</summary>
    public void Write(string name) => _folder.Write(name, $"{Guid.NewGuid()}");

    /// <summary>Writes a file that is older than the build, as unpacking an archive does.</summary>
    public void Old(string name) =>
        Old(name, $"{Guid.NewGuid()}{new string('x', name.Length + Random.Shared.Next(1, 1000))}");

    /// <inheritdoc cref="Old(string)" />
    public void Old(string name, string text)
    {
        var path = _folder.Write(name, text);
        File.SetLastWriteTimeUtc(path, BuildTime.AddMinutes(-Random.Shared.Next(1, 1000)));
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(path)!, BuildTime.AddMinutes(-1));
    }

    public void Delete(string name) => File.Delete(_folder.PathOf(name.Split('/')));

    public void Dispose() => _folder.Dispose();

    private void Record(DateTime at)
    {
        string Full(string name) => _folder.PathOf(name.Split('/'));
        _folder.Write(
            "App/obj/Debug/net10.0/retort.build",
            $"""
            format|2
            project|{Full("App/App.csproj")}
            configuration|Debug
            framework|net10.0
            assembly|{Full("App/bin/App.dll")}
            packages|{Full("package")}
            tree|{Full("App")}
            source|{Full("App/A.cs")}
            source|{Full("App/B.cs")}
            source|{Full("Shared/Linked.cs")}
            source|{Full("App/obj/Debug/net10.0/App.AssemblyInfo.cs")}
            input|{Full("App/App.csproj")}
            input|{Full("package/lib.dll")}
            """
        );
        var stamp = _folder.Write(
            "App/obj/Debug/net10.0/retort.stamp",
            at.Ticks.ToString(CultureInfo.InvariantCulture)
        );
        File.SetLastWriteTimeUtc(stamp, at.AddSeconds(2));
    }
}

namespace Retort.Migrations.Tests.Commands;

/// <summary>Files in the folder Snapshots; <c>UPDATE_SNAPSHOTS=1</c> rewrites them.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string text)
    {
        var file = Repository.PathOf("tests", "Retort.Migrations.Tests", "Commands", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1")
            File.WriteAllText(file, text);
        Assert.Equal(File.ReadAllText(file), text, ignoreLineEndingDifferences: true);
    }
}

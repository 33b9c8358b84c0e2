using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Retort.Examples.Tests;

/// <summary>The example that the README begins with, run as a person runs it.</summary>
public sealed partial class HeroesTests
{
    [Fact]
    [Row("C3.example")]
    public async Task Heroes_prints_the_same_lines_each_time()
    {
        var folder = Directory.CreateTempSubdirectory("retort-heroes-");
        try
        {
            var expected = await File.ReadAllTextAsync(
                Repository.PathOf("tests", "Retort.Examples.Tests", "heroes.txt"),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(expected, await RunAsync(folder.FullName), ignoreLineEndingDifferences: true);
            Assert.Equal(expected, await RunAsync(folder.FullName), ignoreLineEndingDifferences: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string folder)
    {
        var configuration = AppContext
            .BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)
            .Split(Path.DirectorySeparatorChar)[^1];
        var start = new ProcessStartInfo(
            "dotnet",
            [Repository.PathOf("artifacts", "bin", "Heroes", configuration, "Heroes.dll")]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await error));
        return Ids().Replace(output, "{id}");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}

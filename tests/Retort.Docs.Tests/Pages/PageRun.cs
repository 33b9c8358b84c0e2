using System.Reflection;
using System.Runtime.Loader;

namespace Retort.Docs.Tests.Pages;

/// <summary>Runs a page in an empty folder, with assemblies of its own: what one page registers no other sees.</summary>
internal sealed class PageRun : AssemblyLoadContext
{
    private static readonly string[] Own = ["Retort", "Retort.Sqlite", "Retort.PostgreSql", "Retort.Migrations"];

    private PageRun()
        : base(isCollectible: true) { }

    /// <summary>Runs the page's program.</summary>
    /// <returns>What it wrote to standard error: the statements of an engine that echoes.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(byte[] assembly)
    {
        var (error, output, folder) = (Console.Error, Console.Out, Directory.GetCurrentDirectory());
        using var temporary = new TemporaryFolder();
        using var echo = new StringWriter();
        var context = new PageRun();
        try
        {
            Directory.SetCurrentDirectory(temporary.Path);
            Console.SetError(echo);
            Console.SetOut(TextWriter.Null);
            using var image = new MemoryStream(assembly);
            var run = context.LoadFromStream(image).GetType("Page")!.GetMethod("RunAsync")!;
            await (Task)run.Invoke(null, null)!;
        }
        finally
        {
            Console.SetError(error);
            Console.SetOut(output);
            Directory.SetCurrentDirectory(folder);
            context.Unload();
        }
        return echo.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Own.Contains(assemblyName.Name)
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
            : null;
}

using Retort.Migrations;

namespace Retort.Bench;

/// <summary>What <c>retort check</c> does once the project is built, as a program: compares the declared tables with a database.</summary>
internal static class SchemaCheck
{
    /// <summary>The first argument that makes this program be that one; the second is the URL.</summary>
    public const string Verb = "schema-check-child";

    /// <summary>Prints the differences; exit code 1: there are some.</summary>
    public static async Task<int> RunAsync(string url)
    {
        using var engine = Engine.Create(url);
        var context = new CommandContext(new MigrationsConfig(AppContext.BaseDirectory) { ScriptLocation = "." })
        {
            Engine = engine,
            Compiled = [],
            Environment = new DeclaredTables(),
        };
        var result = await new MigrationCommands(context).CheckAsync();
        foreach (var difference in result.Detected)
            Console.WriteLine(difference);
        return result.IsEmpty ? 0 : 1;
    }

    private sealed class DeclaredTables : MigrationEnvironment
    {
        public override MetaData TargetMetaData { get; } = SchemaTables.Declare();
    }
}

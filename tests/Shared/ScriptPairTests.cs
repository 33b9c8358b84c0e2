using System.Globalization;
using System.Text.RegularExpressions;
using Retort;
using Retort.Migrations;

namespace Shared;

/// <summary>
/// A script from any schema with rows to any other and back leaves the same database as the run. <c>RETORT_TEST_SCRIPTS</c> sets how many (10).
/// </summary>
public abstract partial class ScriptPairTests : RepeatedScriptTests
{
    private static int Pairs =>
        int.Parse(Environment.GetEnvironmentVariable("RETORT_TEST_SCRIPTS") ?? "10", CultureInfo.InvariantCulture);

    /// <summary>The schemas of a seed.</summary>
    protected abstract RandomPairs NewPairs(int seed);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Row("G3.script-pairs")]
    public async Task A_script_between_any_schemas_leaves_the_same_database(bool isRepeatable)
    {
        for (var seed = 0; seed < Pairs; seed++)
        {
            var history = await HistoryAsync(NewPairs(seed).Next(), isRepeatable);
            try
            {
                await SameAsync(new(), history, Masked, isRepeatable);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Seed {seed}: {error.Message}", error);
            }
        }
    }

    /// <summary>The first schema with its rows, then what autogenerate writes for the second.</summary>
    private async Task<CompiledRevision[]> HistoryAsync(SchemaPair pair, bool mayBlock)
    {
        using var target = NewTarget();
        var ddl = target.Engine.Dialect.Ddl;
        var created = SchemaCreation.Of(pair.First, ddl.Syntax).Where(ddl.Matters).Select(ddl.Compile);
        string[] statements = [.. created, .. pair.Rows];
        foreach (var sql in statements)
            await target.ExecuteAsync(sql);
        var steps = await Steps.FindAsync(target.Engine, pair.Second);
        if (!mayBlock)
            steps = steps.WithoutBlocking(target.Engine.Dialect);
        return
        [
            Scripted.Revision("a1", op => Array.ForEach(statements, op.Execute), Empty),
            Scripted.Revision("b2", op => Add(op, steps.Upgrade), op => Add(op, steps.Downgrade), "a1"),
        ];
    }

    private static void Add(Operations op, IEnumerable<Operation> steps)
    {
        foreach (var step in steps)
            op.Add(step);
    }

    /// <summary>Without what defaults make anew each time: ids and times.</summary>
    private static string Masked(string state) => MadeAnew().Replace(state, "…");

    [GeneratedRegex("[0-9A-Fa-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?")]
    private static partial Regex MadeAnew();

    private static void Empty(Operations op) { }
}

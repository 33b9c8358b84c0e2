using Retort;

namespace Shared;

/// <summary>A database of a test's own, with the client that comes with it.</summary>
/// <param name="Engine">The database.</param>
/// <param name="Run">Runs a script by the client, which stops at the first error and throws.</param>
/// <param name="Dump">Everything in it, but for the rows of the history: the same text for the same database.</param>
/// <param name="End">Ends it.</param>
public sealed record ScriptTarget(Engine Engine, Action<string> Run, Func<string> Dump, IDisposable End) : IDisposable
{
    /// <summary>Everything that must be the same after a script and after a run.</summary>
    public async Task<string> StateAsync() =>
        $"{Dump()}\n{string.Join('\n', await LinesAsync("SELECT revision, direction, content_hash, tool_version, outcome FROM retort_history ORDER BY id"))}";

    /// <summary>The rows of a query, values separated by a blank.</summary>
    public async Task<string[]> LinesAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(TestContext.Current.CancellationToken);
        var rows = await connection.QueryAsync(sql, TestContext.Current.CancellationToken);
        return [.. rows.Select(row => string.Join(' ', row))];
    }

    /// <summary>Runs a statement.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(
            ConnectionPurpose.Migration,
            TestContext.Current.CancellationToken
        );
        await connection.ExecuteAsync(new CompiledSql(sql, []), TestContext.Current.CancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => End.Dispose();
}

namespace Retort.Migrations;

/// <summary>The table that says which revisions a database has: a row for each applied one that no other applied one implies.</summary>
public sealed class VersionTable(Connection connection, TableName name)
{
    /// <summary>Its name where nobody chose another.</summary>
    public const string DefaultName = "retort_version";

    private const string VersionColumn = "version_num";

    private static readonly Varchar Id = new(32);

    /// <summary>Its one column.</summary>
    internal static Name Row => new(VersionColumn);

    /// <summary>What it is like.</summary>
    internal static Table Define(TableName name) =>
        new(name, [new Column(VersionColumn, Id) { Nullable = false }, new PrimaryKeyConstraint(null, VersionColumn)]);

    /// <summary>Whether the table is there.</summary>
    public ValueTask<bool> ExistsAsync(CancellationToken cancellationToken = default) =>
        connection.HasTableAsync(name, cancellationToken);

    /// <summary>Creates the table where it is missing.</summary>
    public ValueTask EnsureAsync(CancellationToken cancellationToken = default) =>
        connection.EnsureTableAsync(Define(name), cancellationToken);

    /// <summary>The ids in the table, sorted. The table must be there.</summary>
    public async ValueTask<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken = default)
    {
        var sql = connection.Write(writer => writer.Write($"SELECT {Row} FROM {name}"));
        var rows = await connection.QueryAsync(sql.Text, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => (string)row[0]!).Order(StringComparer.Ordinal)];
    }

    /// <summary>Makes a change that finds its row as the plan expects it: the guard against a runner that the lock did not stop.</summary>
    /// <exception cref="MigrationException">The row is not as the plan expects it.</exception>
    public async ValueTask ApplyAsync(RowChange change, CancellationToken cancellationToken = default)
    {
        int matched;
        try
        {
            matched = await connection
                .ExecuteAsync(connection.Write(writer => Write(writer, name, change)), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ConstraintViolationException error)
        {
            throw MigrationException.RowsMoved(change, name, error);
        }
        if (matched != 1)
            throw MigrationException.RowsMoved(change, name);
    }

    /// <summary>Makes sure that a change would find its row as the plan expects it, without making it.</summary>
    /// <exception cref="MigrationException">The row is not as the plan expects it.</exception>
    internal async ValueTask RequireAsync(RowChange change, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (change.From is { } from ? !rows.Contains(from) : rows.Contains(change.To!))
            throw MigrationException.RowsMoved(change, name);
    }

    /// <summary>The statement that makes a change.</summary>
    internal static void Write(SqlWriter writer, TableName name, RowChange change)
    {
        switch (change)
        {
            case { From: null, To: { } added }:
                writer.Write($"INSERT INTO {name} ({Row}) VALUES (");
                writer.Bind(new ParameterNode(added, Id));
                writer.Write(")");
                break;
            case { From: { } removed, To: null }:
                writer.Write($"DELETE FROM {name} WHERE {Row} = ");
                writer.Bind(new ParameterNode(removed, Id));
                break;
            default:
                writer.Write($"UPDATE {name} SET {Row} = ");
                writer.Bind(new ParameterNode(change.To, Id));
                writer.Write($" WHERE {Row} = ");
                writer.Bind(new ParameterNode(change.From, Id));
                break;
        }
    }
}

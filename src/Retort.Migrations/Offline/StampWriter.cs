namespace Retort.Migrations;

/// <summary>Writes the scripts that run no revision.</summary>
/// <param name="dialect">The kind of database.</param>
/// <param name="options">The names of the tables.</param>
internal sealed class StampWriter(Dialect dialect, MigrationOptions options)
{
    private readonly ScriptedTables _tables = new(dialect, options);

    /// <summary>Creates both tables where they are missing.</summary>
    public string EnsureVersion()
    {
        var text = new ScriptText();
        text.Add(_tables.Create);
        return $"{text}";
    }

    /// <summary>Sets the version rows.</summary>
    /// <param name="before">The rows that the database must have.</param>
    /// <param name="changes">What becomes of them.</param>
    /// <param name="hashOf">The hash of a revision's file.</param>
    /// <returns>The script; nothing where nothing is to be changed.</returns>
    public string Stamp(IReadOnlyList<string> before, IReadOnlyList<RowChange> changes, Func<string, string> hashOf)
    {
        if (changes.Count == 0)
            return "";
        var text = new ScriptText();
        text.Add(dialect.Ddl.ScriptStart);
        text.Comment($"Stamping {VersionRows.InWords(before)}");
        text.Add([dialect.BeginSql(write: true), .. _tables.Create, .. _tables.Require(before)]);
        foreach (var change in changes)
            text.Add([.. _tables.Change([change]), Line(change, hashOf)]);
        text.Add(["COMMIT", .. dialect.Ddl.ScriptEnd]);
        return $"{text}";
    }

    private string Line(RowChange change, Func<string, string> hashOf)
    {
        var id = change.To ?? change.From!;
        var direction = change.To is null ? Direction.Downgrade : Direction.Upgrade;
        return _tables.Line(id, direction, hashOf(id), HistoryEntry.Stamped);
    }
}

namespace Retort;

/// <summary>
/// Reads a table out of the CREATE TABLE statement that SQLite stores. SQLite keeps the names of constraints and the texts of checks
/// nowhere else, and keeps the statement true when the table is altered.
/// </summary>
/// <remarks>The grammar is <c>parse.y</c> of SQLite. It stores only what it accepted, so what is read here is known to be well formed.</remarks>
internal sealed class SqliteTableParser
{
    private readonly SqliteTokens _tokens;
    private readonly TypeMap _types;
    private readonly List<Column> _columns = [];
    private readonly List<Constraint> _constraints = [];
    private readonly List<string> _notModelled = [];

    private SqliteTableParser(string sql, TypeMap types) => (_tokens, _types) = (new SqliteTokens(sql), types);

    /// <summary>The table of a statement.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="sql">The CREATE TABLE statement.</param>
    /// <param name="types">What declared types mean.</param>
    /// <exception cref="DatabaseException">The statement is not understood.</exception>
    public static SqliteTableSql Parse(string name, string sql, TypeMap types)
    {
        var parser = new SqliteTableParser(sql, types);
        parser.Body();
        return new SqliteTableSql(name, parser._columns, parser._constraints, parser.Options(), parser._notModelled);
    }

    /// <summary>Columns with commas between, then constraints, whose commas may be missing.</summary>
    private void Body()
    {
        while (!_tokens.Ahead.Is("("))
            _tokens.Take();
        _tokens.Expect("(");
        do Column();
        while (_tokens.Accept(",") && !AtTableConstraint());
        while (!_tokens.Accept(")"))
        {
            _tokens.Accept(",");
            TableConstraint();
        }
    }

    private bool AtTableConstraint() =>
        _tokens.Ahead.Is("CONSTRAINT")
        || (_tokens.Ahead.Is("PRIMARY") && _tokens.Second.Is("KEY"))
        || (_tokens.Ahead.Is("UNIQUE") && _tokens.Second.Is("("))
        || (_tokens.Ahead.Is("CHECK") && _tokens.Second.Is("("))
        || (_tokens.Ahead.Is("FOREIGN") && _tokens.Second.Is("KEY"));

    /// <summary>What stands behind the closing parenthesis, such as WITHOUT ROWID.</summary>
    private string? Options()
    {
        var start = _tokens.Ahead.Start;
        while (_tokens.Ahead.Kind is not SqliteTokenKind.End && !_tokens.Ahead.Is(";"))
            _tokens.Take();
        return _tokens.LastEnd > start ? _tokens.TextFrom(start) : null;
    }

    private void Column()
    {
        var name = _tokens.Name();
        var column = new Column(name, _types.Parse(DeclaredType()));
        while (!_tokens.Ahead.Is(",") && !_tokens.Ahead.Is(")"))
            if (AtTableConstraint() && !AtColumnConstraintAfterName())
                break;
            else
                column = ColumnConstraint(column);
        _columns.Add(column);
    }

    /// <summary>A constraint without comma before it belongs to the column unless only a table can have it.</summary>
    private bool AtColumnConstraintAfterName() => !_tokens.Ahead.Is("FOREIGN");

    /// <summary>The declared type in one spelling: <c>NUMERIC(10, 2)</c>, however it was spaced.</summary>
    private string DeclaredType()
    {
        var words = new List<string>();
        while (_tokens.Ahead.IsName && !IsColumnConstraint(_tokens.Ahead))
            words.Add(_tokens.Take().Value);
        var name = string.Join(' ', words);
        return words.Count == 0 || !_tokens.Ahead.Is("(")
            ? name
            : $"{name}({string.Join(", ", _tokens.Parenthesised().Split(',', StringSplitOptions.TrimEntries))})";
    }

    private static bool IsColumnConstraint(SqliteToken token) =>
        token.Is("CONSTRAINT")
        || token.Is("PRIMARY")
        || token.Is("NOT")
        || token.Is("NULL")
        || token.Is("UNIQUE")
        || token.Is("CHECK")
        || token.Is("DEFAULT")
        || token.Is("COLLATE")
        || token.Is("REFERENCES")
        || token.Is("GENERATED")
        || token.Is("AS");

    private Column ColumnConstraint(Column column)
    {
        var name = _tokens.Accept("CONSTRAINT") ? _tokens.Name() : null;
        if (_tokens.Accept("PRIMARY", "KEY"))
            return PrimaryKey(column, name);
        if (_tokens.Accept("NOT", "NULL"))
        {
            OnConflict();
            return column with { Nullable = false };
        }
        if (_tokens.Accept("UNIQUE"))
        {
            OnConflict();
            _constraints.Add(new UniqueConstraint(name, column.Name));
        }
        else if (_tokens.Accept("CHECK"))
            Check(name);
        else if (_tokens.Accept("DEFAULT"))
            return column with { ServerDefault = Default() };
        else if (_tokens.Accept("COLLATE"))
            return column with { Collation = _tokens.Name() };
        else if (_tokens.Ahead.Is("REFERENCES"))
            References(name, column.Name);
        else if (_tokens.Accept("GENERATED", "ALWAYS", "AS") || _tokens.Accept("AS"))
            return column with { Computed = new ComputedSql(_tokens.Parenthesised(), _tokens.Accept("STORED")) };
        else if (!_tokens.Accept("NULL") && name is null)
            _tokens.SkipItem(); // VIRTUAL, and what a later SQLite may know
        return column;
    }

    private Column PrimaryKey(Column column, string? name)
    {
        if (!_tokens.Accept("ASC") && _tokens.Accept("DESC"))
            _notModelled.Add($"{column.Name} PRIMARY KEY DESC");
        OnConflict();
        _constraints.Add(new PrimaryKeyConstraint(name, column.Name));
        return column with { Autoincrement = _tokens.Accept("AUTOINCREMENT") };
    }

    /// <summary>A literal, a signed number, a word such as CURRENT_TIMESTAMP, or an expression in parentheses.</summary>
    private ServerDefault Default()
    {
        if (_tokens.Ahead.Is("("))
            return new SqlFragment(_tokens.Parenthesised());
        var start = _tokens.Ahead.Start;
        if (_tokens.Ahead.Is("-") || _tokens.Ahead.Is("+"))
            _tokens.Take();
        _tokens.Take();
        return new SqlFragment(_tokens.TextFrom(start));
    }

    private void TableConstraint()
    {
        var name = _tokens.Accept("CONSTRAINT") ? _tokens.Name() : null;
        if (_tokens.Accept("PRIMARY", "KEY"))
        {
            _constraints.Add(new PrimaryKeyConstraint(name, KeyColumns()));
            OnConflict();
        }
        else if (_tokens.Accept("UNIQUE"))
        {
            _constraints.Add(new UniqueConstraint(name, KeyColumns()));
            OnConflict();
        }
        else if (_tokens.Accept("CHECK"))
            Check(name);
        else if (_tokens.Accept("FOREIGN", "KEY"))
            References(name, NameList());
        else if (name is null)
            throw _tokens.Unexpected("a constraint");
    }

    private void Check(string? name)
    {
        _constraints.Add(new CheckConstraint(name, _tokens.Parenthesised()));
        OnConflict();
    }

    private void References(string? name, ColumnNames columns)
    {
        _tokens.Expect("REFERENCES");
        var table = _tokens.Name();
        ColumnNames references = _tokens.Ahead.Is("(") ? NameList() : [];
        var key = new ForeignKeyConstraint(name, columns, table, references);
        while (true)
        {
            if (_tokens.Accept("ON", "DELETE"))
                key = key with { OnDelete = Action() };
            else if (_tokens.Accept("ON", "UPDATE"))
                key = key with { OnUpdate = Action() };
            else if (_tokens.Accept("MATCH"))
                _tokens.Name(); // SQLite parses it and does nothing with it
            else if (_tokens.Accept("NOT", "DEFERRABLE"))
                Initially();
            else if (_tokens.Accept("DEFERRABLE"))
                key = key with { Timing = Initially() ? ConstraintTiming.Deferred : ConstraintTiming.Deferrable };
            else
                break;
        }
        _constraints.Add(key);
    }

    /// <summary>Whether a key begins deferred.</summary>
    private bool Initially() => _tokens.Accept("INITIALLY") && _tokens.Take().Is("DEFERRED");

    private ReferentialAction Action()
    {
        if (_tokens.Accept("SET", "NULL"))
            return ReferentialAction.SetNull;
        if (_tokens.Accept("SET", "DEFAULT"))
            return ReferentialAction.SetDefault;
        if (_tokens.Accept("CASCADE"))
            return ReferentialAction.Cascade;
        if (_tokens.Accept("RESTRICT"))
            return ReferentialAction.Restrict;
        _tokens.Expect("NO");
        _tokens.Expect("ACTION");
        return ReferentialAction.NoAction;
    }

    /// <summary>Columns of a key: each may have a collation and an order, which the model of a key does not hold.</summary>
    private ColumnNames KeyColumns()
    {
        var names = new List<string>();
        _tokens.Expect("(");
        do
        {
            names.Add(_tokens.Name());
            KeyColumnRest(names[^1]);
        } while (_tokens.Accept(","));
        _tokens.Expect(")");
        return [.. names];
    }

    private void KeyColumnRest(string name)
    {
        _tokens.Accept("ASC");
        if (_tokens.Accept("AUTOINCREMENT"))
        {
            var at = _columns.FindIndex(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            _columns[at] = _columns[at] with { Autoincrement = true };
        }
        var start = _tokens.Ahead.Start;
        while (!_tokens.Ahead.Is(",") && !_tokens.Ahead.Is(")"))
            _tokens.Take();
        if (_tokens.LastEnd > start)
            _notModelled.Add($"key ({name} {_tokens.TextFrom(start)})");
    }

    private ColumnNames NameList()
    {
        var names = new List<string>();
        _tokens.Expect("(");
        do names.Add(_tokens.Name());
        while (_tokens.Accept(","));
        _tokens.Expect(")");
        return [.. names];
    }

    private void OnConflict()
    {
        if (_tokens.Accept("ON", "CONFLICT"))
            _notModelled.Add($"ON CONFLICT {_tokens.Take().Value}");
    }
}

/// <summary>A table as its CREATE TABLE statement says, before references to other tables are resolved.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Constraints">The constraints, in order; those of columns among them.</param>
/// <param name="Options">What stands behind the closing parenthesis; null: nothing.</param>
/// <param name="NotModelled">Parts of the statement that a <see cref="Table"/> has no place for.</param>
internal sealed record SqliteTableSql(
    string Name,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<Constraint> Constraints,
    string? Options,
    IReadOnlyList<string> NotModelled
);

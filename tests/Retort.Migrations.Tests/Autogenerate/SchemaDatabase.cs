namespace Retort.Migrations.Tests.Autogenerate;

/// <summary>A SQLite file whose schema is compared with declared ones, and brought to them.</summary>
internal sealed class SchemaDatabase : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SchemaDatabase() =>
        Engine = Engine.Create(SqliteDialect.Instance, $"Data Source={_folder.PathOf("app.db")};Pooling=False");

    public Engine Engine { get; }

    public AutogenerateResult Compare(params Table[] declared) => Compare(new MetaData(declared));

    public AutogenerateResult Compare(MetaData declared) => Autogenerator.Compare(declared, Read(), Engine.Dialect);

    /// <summary>Runs operations as a migration does: in one transaction, foreign keys off.</summary>
    public void Run(IEnumerable<Operation> operations)
    {
        using var connection = Engine.Connect(ConnectionPurpose.Migration);
        Await(connection.BeginAsync());
        Await(SchemaChanger.ExecuteAsync(connection, [.. operations.SelectMany(operation => operation.ToDdl())]));
        Await(connection.CommitAsync());
    }

    /// <summary>Brings the database to the declared tables.</summary>
    public AutogenerateResult Reach(params Table[] declared) => Reach(new MetaData(declared));

    public AutogenerateResult Reach(MetaData declared)
    {
        var result = Compare(declared);
        Run(result.Upgrade);
        return result;
    }

    public void Execute(string sql)
    {
        using var connection = Engine.Connect();
        connection.Execute(sql);
    }

    public MetaData Read()
    {
        using var connection = Engine.Connect();
        var reading = connection.Inspector.ReadAsync();
        return reading.AsTask().GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        Engine.Dispose();
        _folder.Dispose();
    }

    private static void Await(ValueTask task) => task.AsTask().GetAwaiter().GetResult();
}

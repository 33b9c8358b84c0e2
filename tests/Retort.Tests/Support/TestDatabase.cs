using System.Text;

namespace Retort.Tests;

/// <summary>A new SQLite file with the tables of this project, and the statements that were sent to it.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("retort-");
    private readonly StatementLog _log = new();

    public TestDatabase(bool create = true)
    {
        File = Path.Combine(_folder.FullName, "app.db");
        Engine = NewEngine();
        if (create)
            Engine.CreateAll(Tables.MetaData);
        _log.Clear();
    }

    /// <summary>The database's file.</summary>
    public string File { get; }

    public Engine Engine { get; }

    /// <summary>What was sent since the last time, each statement with its parameters.</summary>
    public IReadOnlyList<string> Statements => _log.Take();

    /// <summary>Another engine on the same file.</summary>
    public Engine NewEngine() => Engine.Create($"sqlite:///{File}", echo: true, new EngineOptions { EchoTo = _log });

    public Session NewSession() => new(Engine);

    /// <summary>A session that is used through one of its two faces.</summary>
    public FacedSession Open(Face face) => new(NewSession(), face);

    /// <summary>Commits objects through a session of their own.</summary>
    public void Save<E>(params IEnumerable<E> entities)
        where E : class, ITableModel<E>
    {
        using var session = NewSession();
        session.AddAll(entities);
        session.Commit();
        _log.Clear();
    }

    /// <summary>Runs SQL past all sessions.</summary>
    public void Run(string sql)
    {
        using var connection = Engine.Connect();
        connection.Execute(sql);
        _log.Clear();
    }

    /// <summary>Reads one value past all sessions.</summary>
    public T? Scalar<T>(string sql)
    {
        using var connection = Engine.Connect();
        var value = connection.Scalar<T>(sql);
        _log.Clear();
        return value;
    }

    public void Dispose()
    {
        Engine.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private sealed class StatementLog : TextWriter
    {
        private readonly List<string> _lines = [];

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            lock (_lines)
                _lines.Add(value!);
        }

        public string[] Take()
        {
            lock (_lines)
            {
                string[] taken = [.. _lines];
                _lines.Clear();
                return taken;
            }
        }

        public void Clear() => Take();
    }
}

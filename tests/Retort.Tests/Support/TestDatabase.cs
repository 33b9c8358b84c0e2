using System.Text;

namespace Retort.Tests;

/// <summary>A new SQLite file with the tables of this project, and the statements that were sent to it.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("retort-");
    private readonly StatementLog _log = new();
    private readonly Lazy<Engine> _awaiting;

    public TestDatabase(bool create = true)
    {
        _awaiting = new(() => Engine.Create(AwaitingSqlite.Instance, $"Data Source={File}", echo: true, Options));
        File = Path.Combine(_folder.FullName, "app.db");
        Engine = NewEngine();
        if (create)
            Engine.CreateAll(Tables.MetaData);
        _log.Clear();
    }

    /// <summary>The database's file.</summary>
    public string File { get; }

    public Engine Engine { get; }

    private EngineOptions Options => new() { EchoTo = _log };

    /// <summary>What was sent since the last time, each statement with its parameters.</summary>
    public IReadOnlyList<string> Statements => _log.Take();

    /// <summary>Another engine on the same file.</summary>
    public Engine NewEngine() => Engine.Create($"sqlite:///{File}", echo: true, Options);

    public Session NewSession() => new(Engine);

    /// <summary>A session that is used through one of its two faces. The awaited one has a driver that must not block.</summary>
    public FacedSession Open(Face face) => new(new Session(EngineOf(face)), face);

    /// <summary>The engine of a face.</summary>
    public Engine EngineOf(Face face) => face is Face.Blocking ? Engine : _awaiting.Value;

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
        if (_awaiting.IsValueCreated)
            _awaiting.Value.Dispose();
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

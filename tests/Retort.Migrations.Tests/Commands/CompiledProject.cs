using Retort.Migrations.Tests.Scripts;

namespace Retort.Migrations.Tests.Commands;

/// <summary>A project on disk: its revisions are written by the commands, compiled as they are, and run on a SQLite file.</summary>
internal sealed class CompiledProject : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Models _models = new();

    public CompiledProject()
    {
        _folder.Write("migrations/versions/.keep", "");
        Config = new MigrationsConfig(_folder.Path);
        Engine = Engine.Create(SqliteDialect.Instance, $"Data Source={_folder.PathOf("app.db")};Pooling=False");
    }

    public Engine Engine { get; }

    /// <summary>What its retort.json says.</summary>
    public MigrationsConfig Config { get; set; }

    public IProgress<MigrationEvent>? Progress { get; set; }

    public IReadOnlyList<CompiledRevision> Compiled { get; private set; } = [];

    public Predicate<TableName> Included
    {
        set => _models.Included = value;
    }

    /// <summary>What the project's environment does otherwise.</summary>
    public Models Environment => _models;

    public CommandContext Context =>
        new(Config)
        {
            Progress = Progress,
            Engine = Engine,
            Compiled = Compiled,
            Environment = _models,
            Namespace = "HeroApp.Migrations",
            Time = new Clock(),
        };

    public MigrationCommands Commands => new(Context);

    public string Folder => _folder.Path;

    public string Database => _folder.PathOf("app.db");

    public string Versions => _folder.PathOf("migrations", "versions");

    public string[] Files => Directory.GetFiles(_folder.PathOf("migrations", "versions"), "*.cs");

    /// <summary>Gives the project a template of its own.</summary>
    public void Template(string text) => _folder.Write("migrations/revision.template", text);

    /// <summary>Writes a revision by hand; its methods are statements.</summary>
    /// <returns>Its file.</returns>
    public async Task<string> WriteBody(string id, string upgrade, string downgrade = "", params string[] parents)
    {
        var path = Path.Combine(Versions, $"{id}_by_hand.cs");
        await File.WriteAllTextAsync(
            path,
            $$"""
            using Retort.Migrations;
            using static Retort.Ddl;

            [Revision("{{id}}", Message = "do {{id}}")]
            {{(parents is [] ? "" : $"[Revises({string.Join(", ", parents.Select(parent => $"\"{parent}\""))})]")}}
            internal sealed class By{{id}} : Migration
            {
                public override void Upgrade(Operations op) { {{upgrade}} }

                public override void Downgrade(Operations op) { {{downgrade}} }
            }

            """,
            TestContext.Current.CancellationToken
        );
        return path;
    }

    public void Declare(params Table[] tables) => _models.Tables = new MetaData(tables);

    /// <summary>Compiles the revisions on disk into an assembly and loads it.</summary>
    public void Build()
    {
        var scripts = new ScriptDirectory(Config).Scan();
        var assembly = Compilation.Load(scripts.Select(script => File.ReadAllText(script.Path)));
        Compiled =
        [
            .. scripts.Select(script => new CompiledRevision(
                script.Revision.Id,
                script.ContentHash,
                () =>
                    (Migration)
                        Activator.CreateInstance(assembly.GetTypes().Single(type => type.Name == script.ClassName))!
            )
            {
                Fingerprint = ContentFingerprint.Of(File.ReadAllText(script.Path)),
                Parents = script.Revision.DownRevisions,
                Message = script.Revision.Message,
            }),
        ];
    }

    /// <summary>Writes a revision from the difference, builds and applies it.</summary>
    public async Task<RevisionResult> Migrate(string message, string? id = null)
    {
        var written = await Commands.RevisionAsync(
            new RevisionOptions
            {
                Message = message,
                Autogenerate = true,
                Id = id,
            },
            TestContext.Current.CancellationToken
        );
        Build();
        await Commands.UpgradeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return written;
    }

    public void Run(string sql)
    {
        using var connection = Engine.Connect(ConnectionPurpose.Migration);
        connection.Execute(sql);
    }

    public void Dispose()
    {
        Engine.Dispose();
        _folder.Dispose();
    }

    internal sealed class Models : MigrationEnvironment
    {
        public MetaData Tables { get; set; } = new();

        public Predicate<TableName> Included { get; set; } = _ => true;

        public Predicate<TableName> Owned { get; set; } = _ => false;

        public Func<TableName, ITableElement, bool> IncludedElements { get; set; } = (_, _) => true;

        public IReadOnlyList<Comparer> Compared { get; set; } = Migrations.Comparers.All;

        public Func<AutogenerateResult, AutogenerateResult> Processed { get; set; } = changes => changes;

        public Func<Operation, string?> Written { get; set; } = _ => null;

        public override MetaData TargetMetaData => Tables;

        public override IReadOnlyList<Comparer> Comparers => Compared;

        public Func<Column, ColumnProperties> ComparedOf { get; set; } = _ => ColumnProperties.All;

        public override ColumnProperties ComparedProperties(TableName table, Column declared, Column found) =>
            ComparedOf(declared);

        public Dictionary<string, string> Values { get; } = [];

        public override IReadOnlyDictionary<string, string> TemplateValues => Values;

        public override bool Include(TableName table) => Included(table);

        public override bool Include(TableName table, ITableElement element) => IncludedElements(table, element);

        public override bool Owns(TableName table) => Owned(table);

        public override AutogenerateResult Process(AutogenerateResult changes) => Processed(changes);

        public override bool Render(Operation operation, CSharpWriter writer)
        {
            if (Written(operation) is not { } text)
                return false;
            writer.Comment(text);
            return true;
        }
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    }
}

using Retort;
using Retort.Migrations;

namespace Shared;

/// <summary>Revisions whose files say the graph, and whose methods are given to them; no compiler is asked.</summary>
internal sealed class ScriptedProject(Engine? engine) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, (Action<Operations> Up, Action<Operations> Down)> _methods = [];

    public Engine? Engine { get; set; } = engine;

    /// <summary>The commands, with the files as they are now for compiled.</summary>
    public MigrationCommands Commands => new(Context);

    public CommandContext Context
    {
        get
        {
            var context = new CommandContext(new MigrationsConfig(_folder.Path)) { Engine = Engine };
            return context with { Compiled = [.. context.Scripts.Scan().Select(Compiled)] };
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The file of a revision.</summary>
    public string FileOf(string id) => _folder.PathOf("migrations", "versions", $"{id}_it.cs");

    /// <summary>Writes a file, and keeps the methods.</summary>
    /// <param name="id">The revision.</param>
    /// <param name="parents">What it follows, with blanks between.</param>
    /// <param name="up">What it does; null: nothing.</param>
    /// <param name="down">What undoes it; null: nothing.</param>
    /// <param name="attributes">More attributes.</param>
    public ScriptedProject Add(
        string id,
        string parents = "",
        Action<Operations>? up = null,
        Action<Operations>? down = null,
        string attributes = ""
    )
    {
        var ids = parents.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(parent => $"\"{parent}\"");
        var revises = parents.Length == 0 ? "" : $"[Revises({string.Join(", ", ids)})]";
        _folder.Write(
            $"migrations/versions/{id}_it.cs",
            $"using Retort.Migrations;\n[Revision(\"{id}\", Message = \"do {id}\")]\n{revises}{attributes}\nclass C{id} : Migration {{ }}\n"
        );
        _methods[id] = (up ?? (_ => { }), down ?? (_ => { }));
        return this;
    }

    private CompiledRevision Compiled(RevisionScript script) =>
        new(script.Revision.Id, script.ContentHash, () => new Scripted(_methods.GetValueOrDefault(script.Revision.Id)));

    private sealed class Scripted((Action<Operations> Up, Action<Operations> Down) methods) : Migration
    {
        public override void Upgrade(Operations op) => methods.Up?.Invoke(op);

        public override void Downgrade(Operations op) => methods.Down?.Invoke(op);
    }
}

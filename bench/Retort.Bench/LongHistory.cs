namespace Retort.Bench;

/// <summary>
/// <c>history</c> of ten thousand revisions, whole processes with the packed and installed tool: Alembic imports each file, Retort reads the
/// attributes. Both print a line for each.
/// </summary>
internal static class LongHistory
{
    private const int Count = 10_000;
    private const double Limit = 0.2;

    public static bool Run()
    {
        if (!Programs.Has("alembic"))
        {
            Console.WriteLine(
                "\nA long history is measured against Alembic, which is not installed (apt-get install alembic)."
            );
            return true;
        }
        var folder = Directory.CreateTempSubdirectory("retort-bench-").FullName;
        try
        {
            return Harness.Compare(
                $"history of {Count:N0} revisions, whole processes",
                rounds: 7,
                warmUps: 1,
                AlembicProject(Directory.CreateDirectory(Path.Combine(folder, "alembic")).FullName),
                RetortProject(folder)
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Contestant AlembicProject(string folder)
    {
        Programs.Run(folder, "alembic", "init", "migrations");
        for (var number = 0; number < Count; number++)
            File.WriteAllText(
                Path.Combine(folder, "migrations", "versions", $"{Id(number)}_step_{number}.py"),
                $"""
                "step {number}"
                from alembic import op
                import sqlalchemy as sa

                revision = '{Id(number)}'
                down_revision = {(number == 0 ? "None" : $"'{Id(number - 1)}'")}
                branch_labels = None
                depends_on = None


                def upgrade():
                    op.add_column('hero', sa.Column('c{number}', sa.String(80)))


                def downgrade():
                    op.drop_column('hero', 'c{number}')
                """
            );
        return new Contestant("Alembic", () => Lines(Programs.Run(folder, "alembic", "history")));
    }

    private static Contestant RetortProject(string folder)
    {
        var tool = new PackedTool(folder, "Retort.Sqlite");
        tool.Run("init");
        for (var number = 0; number < Count; number++)
            File.WriteAllText(
                Path.Combine(tool.Project, "migrations", "versions", $"{Id(number)}_step_{number}.cs"),
                $$"""
                using Retort.Migrations;
                using static Retort.Ddl;

                namespace App.Migrations;

                /// <summary>step {{number}}</summary>
                [Revision("{{Id(number)}}", Message = "step {{number}}", Created = "2026-11-21T10:00:00Z")]
                {{(number == 0 ? "" : $"[Revises(\"{Id(number - 1)}\")]")}}
                public sealed class Step{{number}} : Migration
                {
                    /// <inheritdoc />
                    public override void Upgrade(Operations op) => op.AddColumn("hero", Column("c{{number}}", Varchar(80)));

                    /// <inheritdoc />
                    public override void Downgrade(Operations op) => op.DropColumn("hero", "c{{number}}");
                }
                """
            );
        return new Contestant("Retort", () => Lines(tool.Run("history")), Limit);
    }

    /// <summary>Twelve hexadecimal digits whose order is not that of the history, as real ids are.</summary>
    private static string Id(int number) => $"{(uint)number * 2_654_435_761 % 0xFFFF_FFFB:x12}";

    private static int Lines(string output) => output.AsSpan().TrimEnd().Count('\n') + 1;
}

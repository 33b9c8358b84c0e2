using static Retort.Ddl;

namespace Retort.Migrations.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly CompiledProject _project = new();

    public void Dispose() => _project.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static RevisionOptions Autogenerate => new() { Message = "change", Autogenerate = true };

    [Fact, Row("G2.generated-file")]
    public async Task The_two_revisions_of_the_heroes_are_files_that_a_person_would_have_written()
    {
        _project.Declare(Heroes.First);
        var first = await _project.Migrate("create heroes", "3f2a9c1b7d04");
        _project.Declare(Heroes.Second);
        var second = await _project.Migrate("add allegiance", "8c41d7e0b2f5");

        Snapshot.Matches("create_heroes.cs.txt", File.ReadAllText(first.Path!));
        Snapshot.Matches("add_allegiance.cs.txt", File.ReadAllText(second.Path!));
        Assert.Equal(
            [
                "Detected added column 'hero.allegiance'",
                "Detected added index 'ix_hero_allegiance' on hero (allegiance)",
            ],
            second.Changes!.Detected
        );
    }

    [Fact, Row("G2.nothing-to-do")]
    public async Task Autogenerate_with_nothing_to_do_writes_nothing()
    {
        _project.Declare(Heroes.First);
        await _project.Migrate("create heroes");

        var again = await _project.Commands.RevisionAsync(Autogenerate, Token);

        Assert.Null(again.Path);
        Assert.Single(_project.Files);
        Assert.True((await _project.Commands.CheckAsync(Token)).IsEmpty);
    }

    [Fact, Row("M2.behind")]
    public async Task Autogenerate_on_a_database_that_is_behind_names_what_is_missing()
    {
        _project.Declare(Heroes.First);
        await _project.Migrate("create heroes", "a1");
        _project.Declare(Heroes.Second);
        await _project.Commands.RevisionAsync(Autogenerate with { Id = "b2" }, Token);
        _project.Build();

        var error = await Assert.ThrowsAsync<BehindException>(() =>
            _project.Commands.RevisionAsync(Autogenerate, Token)
        );

        Assert.Contains(" has not b2.", error.Message);
        Assert.Contains("retort upgrade head", error.Hint);
        Assert.Equal(2, _project.Files.Length);
    }

    [Fact, Row("G2.not-versioned")]
    public async Task Autogenerate_refuses_tables_without_a_version_table()
    {
        _project.Run("CREATE TABLE hero (id TEXT)");
        _project.Declare(Heroes.First);

        var error = await Assert.ThrowsAsync<BehindException>(() =>
            _project.Commands.RevisionAsync(Autogenerate, Token)
        );

        Assert.Equal("RT0725", error.Code);
        Assert.Empty(_project.Files);
    }

    [Fact, Row("J7.others")]
    public async Task Tables_of_others_are_left_alone_and_own_ones_go_with_their_models()
    {
        var other = new Table("team", [Column("id", Integer(), nullable: false), PrimaryKey("id")]);
        _project.Declare(Heroes.First, other);
        await _project.Migrate("create");
        _project.Run("CREATE TABLE theirs (id TEXT)");
        _project.Declare(Heroes.First);

        var changes = (await _project.Migrate("drop team")).Changes!;

        Assert.Equal(["Detected removed table 'team'"], changes.Detected);
    }

    [Fact, Row("J6.include")]
    public async Task What_the_environment_does_not_include_is_neither_created_nor_dropped()
    {
        _project.Declare(Heroes.First);
        await _project.Migrate("create");
        _project.Included = table => table.Name != "hero";
        _project.Declare(new Table("team", [Column("id", Integer())]));

        Assert.Equal(["Detected added table 'team'"], (await _project.Commands.CheckAsync(Token)).Detected);
    }

    [Fact, Row("G10.stale")]
    public async Task A_file_that_was_changed_or_added_since_the_build_stops_the_run()
    {
        _project.Declare(Heroes.First);
        await _project.Commands.RevisionAsync(Autogenerate, Token);
        var added = await Assert.ThrowsAsync<StaleAssemblyException>(() =>
            _project.Commands.UpgradeAsync(cancellationToken: Token)
        );
        Assert.Contains("is not compiled", added.Message);

        _project.Build();
        File.AppendAllText(_project.Files[0], "// changed\n");
        var changed = await Assert.ThrowsAsync<StaleAssemblyException>(() =>
            _project.Commands.UpgradeAsync(cancellationToken: Token)
        );
        Assert.Contains("is not what was compiled", changed.Message);

        _project.Build();
        File.Delete(_project.Files[0]);
        var deleted = await Assert.ThrowsAsync<StaleAssemblyException>(() =>
            _project.Commands.UpgradeAsync(cancellationToken: Token)
        );
        Assert.Contains("is compiled and not in the sources", deleted.Message);
        Assert.False(File.Exists(_project.Database));
    }

    [Fact, Row("G10.stale")]
    public async Task Other_line_endings_are_no_change()
    {
        _project.Declare(Heroes.First);
        await _project.Commands.RevisionAsync(Autogenerate, Token);
        _project.Build();
        File.WriteAllText(_project.Files[0], File.ReadAllText(_project.Files[0]).ReplaceLineEndings("\r\n"));

        Assert.Single((await _project.Commands.UpgradeAsync(cancellationToken: Token)).Applied);
    }

    [Fact, Row("G4.current")]
    public async Task Commands_that_read_create_no_database()
    {
        _project.Declare(Heroes.First);

        Assert.False((await _project.Commands.CurrentAsync(Token)).IsThere);
        Assert.Equal(4, (await _project.Commands.CheckAsync(Token)).Detected.Count);
        await _project.Commands.RevisionAsync(Autogenerate, Token);

        Assert.False(File.Exists(_project.Database));
    }

    [Fact, Row("G4.current")]
    public async Task Current_tells_the_row_and_whether_it_is_the_head()
    {
        await TwoRevisions();
        await _project.Commands.DowngradeAsync("-1", Token);

        var row = Assert.Single((await _project.Commands.CurrentAsync(Token)).Revisions);

        Assert.Equal(("a1", false), (row.Revision.Id, row.IsHead));
    }

    [Fact, Row("G9.lost")]
    public async Task A_comparison_names_a_revision_without_file_and_the_way_out()
    {
        await TwoRevisions();
        File.Delete(_project.Files.Single(file => Path.GetFileName(file).StartsWith("b2", StringComparison.Ordinal)));
        _project.Build();

        foreach (
            var compare in new Func<Task>[]
            {
                () => _project.Commands.CheckAsync(Token),
                () => _project.Commands.RevisionAsync(Autogenerate, Token),
            }
        )
        {
            var error = await Assert.ThrowsAsync<RevisionException>(compare);
            Assert.Equal("RT0541", error.Code);
            Assert.Contains("'b2'", error.Message, StringComparison.Ordinal);
            Assert.Contains("retort stamp --purge a1`", error.Hint, StringComparison.Ordinal);
        }
    }

    [Fact, Row("G4.history")]
    public async Task History_is_newest_first()
    {
        await TwoRevisions();

        var history = await _project.Commands.HistoryAsync(cancellationToken: Token);

        Assert.Equal(["b2", "a1"], history.Select(entry => entry.Revision.Id));
        Assert.Equal([true, false], history.Select(entry => entry.IsHead));
    }

    [Fact, Row("G2.empty-revision")]
    public async Task A_revision_without_autogenerate_is_empty_and_runs()
    {
        var written = await _project.Commands.RevisionAsync(new RevisionOptions { Message = "by hand" }, Token);
        _project.Build();

        Assert.Equal([written.Id!], (await _project.Commands.UpgradeAsync(cancellationToken: Token)).Heads);
    }

    [Fact, Row("G2.id-taken")]
    public async Task An_id_that_is_taken_is_refused_before_a_file_is_written()
    {
        await _project.Commands.RevisionAsync(new RevisionOptions { Id = "a1" }, Token);

        await Assert.ThrowsAsync<RevisionException>(() =>
            _project.Commands.RevisionAsync(new RevisionOptions { Id = "a1", Message = "again" }, Token)
        );

        Assert.Single(_project.Files);
    }

    private async Task TwoRevisions()
    {
        _project.Declare(Heroes.First);
        await _project.Migrate("create heroes", "a1");
        _project.Declare(Heroes.Second);
        await _project.Migrate("add allegiance", "b2");
    }
}

namespace Retort.Migrations.Tests.Commands;

/// <summary>Where a new revision goes, and what it is made of.</summary>
public sealed class RevisionOptionTests : IDisposable
{
    private readonly CompiledProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact, Row("G2.head")]
    public async Task A_revision_follows_the_head_that_is_named()
    {
        await Fork();

        var written = await Write(new() { Id = "d4", Head = "web@head" });

        Assert.Equal(["c3"], Find(written).DownRevisions);
        Assert.Empty(Find(await Write(new() { Id = "e5", Head = "base" })).DownRevisions);
    }

    [Fact, Row("G2.several-heads")]
    public async Task With_several_heads_the_error_has_the_options_to_add()
    {
        await Fork();

        var error = await Assert.ThrowsAsync<RevisionFileException>(() => Write(new()));

        Assert.Equal("RT0631", error.Code);
        Assert.Contains("--head b2", error.Hint);
        Assert.Contains("--head c3", error.Hint);
        Assert.Contains("retort merge heads", error.Hint);
    }

    [Fact, Row("G2.splice")]
    public async Task Only_a_splice_follows_what_another_follows()
    {
        await Fork();

        var error = await Assert.ThrowsAsync<RevisionFileException>(() => Write(new() { Id = "d4", Head = "a1" }));

        Assert.Equal("RT0632", error.Code);
        Assert.Contains("--splice", error.Hint);
        Assert.Equal(3, _project.Files.Length);
        var written = await Write(
            new()
            {
                Id = "d4",
                Head = "a1",
                Splice = true,
            }
        );
        Assert.Equal(["a1"], Find(written).DownRevisions);
    }

    [Fact, Row("G2.depends-on")]
    public async Task Dependencies_are_stored_as_whole_ids_and_labels_as_labels()
    {
        await Write(new() { Id = "3f2a9c1b7d04" });
        await Write(
            new()
            {
                Id = "c3",
                Head = "base",
                BranchLabel = "web",
            }
        );

        var written = await Write(
            new()
            {
                Id = "d4",
                Head = "base",
                DependsOn = ["3f2a", "web"],
            }
        );

        Assert.Equal(["3f2a9c1b7d04", "web"], Find(written).DependsOn);
    }

    [Fact, Row("G2.branch-label")]
    public async Task A_label_that_is_taken_is_refused_before_a_file_is_written()
    {
        await Fork();

        var error = await Assert.ThrowsAsync<RevisionException>(() =>
            Write(new() { Head = "b2", BranchLabel = "web" })
        );

        Assert.Equal("RT0505", error.Code);
        Assert.Equal(3, _project.Files.Length);
    }

    [Fact, Row("G2.branch-label")]
    public async Task A_template_that_cannot_carry_a_label_is_named()
    {
        _project.Template("[Revision(\"${id}\")] class ${class} : Migration { }");

        var error = await Assert.ThrowsAsync<ScriptException>(() => Write(new() { BranchLabel = "web" }));

        Assert.Equal("RT0630", error.Code);
        Assert.Contains("[BranchLabel]", error.Message);
        Assert.Contains("${attributes}", error.Hint);
        Assert.Empty(_project.Files);
        await Write(new() { Id = "a1" });
        Assert.Contains("[Revises]", (await Assert.ThrowsAsync<ScriptException>(() => Write(new()))).Message);
    }

    [Fact, Row("G2.version-path")]
    public async Task A_folder_that_has_no_revisions_is_refused()
    {
        var error = await Assert.ThrowsAsync<RevisionFileException>(() => Write(new() { VersionPath = "elsewhere" }));

        Assert.Equal("RT0633", error.Code);
        var written = await Write(new() { VersionPath = _project.Versions });
        Assert.Equal(_project.Versions, Path.GetDirectoryName(written.Path));
    }

    [Fact, Row("G2.allow-empty")]
    public async Task Autogenerate_writes_an_empty_revision_where_that_is_allowed()
    {
        var written = await Write(new() { Autogenerate = true, AllowEmpty = true });

        Assert.True(written.Changes!.IsEmpty);
        Assert.Single(_project.Files);
    }

    [Fact, Row("G2.branch-behind")]
    public async Task Autogenerate_asks_only_for_the_branch_that_it_extends()
    {
        _project.Declare(Heroes.First);
        await _project.Migrate("create", "a1");
        await Write(new() { Id = "b2", Head = "base" });
        _project.Build();
        _project.Declare(Heroes.Second);

        var behind = await Assert.ThrowsAsync<BehindException>(() => Write(new() { Autogenerate = true, Head = "b2" }));

        Assert.Equal(["b2"], behind.Pending);
        var written = await Write(new() { Autogenerate = true, Head = "a1" });
        Assert.Equal(["a1"], Find(written).DownRevisions);
    }

    [Fact, Row("G2.revert")]
    public async Task A_revision_is_undone_by_a_new_one_and_done_again_by_its_downgrade()
    {
        _project.Declare(Heroes.First);
        await _project.Migrate("create", "a1");
        _project.Declare(Heroes.Second);
        await _project.Migrate("add allegiance", "b2");

        var written = await Write(new() { Revert = "b2", Id = "c3" });

        var revision = Find(written);
        Assert.Equal(["b2"], revision.DownRevisions);
        Assert.Equal("revert add allegiance", revision.Message);
        Assert.Contains(written.Changes!.Warnings, warning => warning.StartsWith("Destroys column 'hero.allegiance'"));
        _project.Build();
        await _project.Commands.UpgradeAsync(cancellationToken: Token);
        _project.Declare(Heroes.First);
        Assert.True((await _project.Commands.CheckAsync(Token)).IsEmpty);
        await _project.Commands.DowngradeAsync("-1", Token);
        await _project.Commands.UpgradeAsync("c3", Token);
    }

    [Fact, Row("G2.revert")]
    public async Task What_has_no_way_back_or_runs_code_or_is_elsewhere_is_not_undone()
    {
        await _project.WriteBody("a1", "op.Execute(\"SELECT 1\");");
        await _project.WriteBody("b2", "op.Run((a, b) => System.Threading.Tasks.Task.CompletedTask);", "", "a1");
        await _project.WriteBody("d4", "");
        _project.Build();

        Assert.Equal("RT0635", await CodeOf(new() { Revert = "a1", Head = "b2" }));
        Assert.Equal("RT0634", await CodeOf(new() { Revert = "b2", Head = "b2" }));
        Assert.Equal("RT0636", await CodeOf(new() { Revert = "d4", Head = "b2" }));
        Assert.Equal("RT0636", await CodeOf(new() { Revert = "a1", Head = "base" }));
        Assert.Equal("RT0521", await CodeOf(new() { Revert = "base", Head = "b2" }));
        Assert.Equal(3, _project.Files.Length);
    }

    [Fact, Row("G2.whole-files")]
    public async Task Beside_a_file_that_was_written_nothing_is_left()
    {
        var written = await Write(new() { Id = "a1" });

        Assert.Equal(
            [written.Path!],
            Directory.GetFiles(_project.Versions, "*").Where(file => !file.EndsWith(".keep"))
        );
        await Assert.ThrowsAsync<RevisionException>(() => Write(new() { Id = "a1" }));
    }

    private async Task<string> CodeOf(RevisionOptions options) =>
        (await Assert.ThrowsAnyAsync<RetortException>(() => Write(options))).Code;

    private Task<RevisionResult> Write(RevisionOptions options) => _project.Commands.RevisionAsync(options, Token);

    private static Revision Find(RevisionResult written) =>
        Assert.Single(RevisionScanner.Parse(written.Path!, File.ReadAllText(written.Path!))).Revision;

    /// <summary>Two branches: b2, and c3 with the label web.</summary>
    private async Task Fork()
    {
        await Write(new() { Id = "a1" });
        await Write(new() { Id = "b2" });
        await Write(
            new()
            {
                Id = "c3",
                Head = "a1",
                Splice = true,
                BranchLabel = "web",
            }
        );
    }
}

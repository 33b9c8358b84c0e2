namespace Retort.Migrations.Tests.Commands;

/// <summary>Programs that are run after a revision was written, and after revisions were applied.</summary>
public sealed class HookTests : IDisposable
{
    private readonly CompiledProject _project = new();
    private readonly List<string> _said = [];

    public HookTests() => _project.Progress = new Said(_said);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact, Row("H5.revision")]
    public async Task Hooks_run_in_their_order_with_the_file_in_its_place_or_last()
    {
        Hooks(
            new Hook(["sh", "-c", "echo \"// $0\" >> \"$1\"", "first $(x) 'q'", "{file}"]) { Name = "one" },
            Shell("echo \"// second\" >> \"$1\"; echo told; echo also told >&2", "two")
        );

        var written = await Write();

        Assert.EndsWith(
            "// first $(x) 'q'\n// second\n",
            await File.ReadAllTextAsync(written.Path!, Token),
            StringComparison.Ordinal
        );
        Assert.Equal(["two: also told", "two: told"], _said.Order(StringComparer.Ordinal));
    }

    [Fact, Row("H5.revision")]
    public async Task A_hook_knows_the_revision_and_reads_nothing_from_the_terminal()
    {
        Hooks(Shell("echo $RETORT_REVISIONS; basename \"$RETORT_FILE\"; echo \"[$(cat)] [$RETORT_SECTION]\"", "tell"));

        await Write("a1");

        Assert.Equal(["tell: a1", "tell: a1_change.cs", "tell: [] []"], _said);
    }

    [Fact, Row("H5.revision")]
    public async Task A_hook_runs_in_its_folder_and_takes_values_of_the_environment()
    {
        Directory.CreateDirectory(Path.Combine(_project.Folder, "tools"));
        File.CreateSymbolicLink(Path.Combine(_project.Folder, "tools", "say"), "/bin/echo");
        await File.WriteAllTextAsync(Path.Combine(_project.Folder, ".env"), "STYLE=strict", Token);
        Hooks(new Hook(["./say", "${STYLE}", "{file}"]) { Cwd = "tools" });

        var written = await Write();

        Assert.Equal([$"./say: strict {written.Path}"], _said);
    }

    [Fact, Row("H5.writers")]
    public async Task Hooks_run_after_a_merge_and_a_squash_too()
    {
        await Write("a1");
        await Write("b2");
        _project.Build();
        Hooks(Shell("echo $RETORT_REVISIONS", "format"));

        await _project.Commands.SquashAsync(new("a1:b2") { NoDatabase = true }, Token);
        await _project.Commands.RevisionAsync(new RevisionOptions { Id = "c3", Head = "base" }, Token);
        await _project.Commands.MergeAsync(new(["heads"]) { Id = "d4" }, Token);

        Assert.Equal(["format: b2", "format: c3", "format: d4"], _said);
    }

    [Fact, Row("H5.failed")]
    public async Task A_hook_that_fails_is_reported_and_the_file_stays()
    {
        Hooks(Shell("echo cannot parse >&2; exit 3", "format"), Shell("echo not me", "later"));

        var error = await Assert.ThrowsAsync<HookException>(() => Write());

        var file = Assert.Single(_project.Files);
        Assert.Equal(("RT0650", 3), (error.Code, error.ExitCode));
        Assert.Equal(
            $"Hook 'format' ended with exit code 3: cannot parse\n{file} was written and stays. Hooks that were not run: later.",
            error.Message
        );
        Assert.StartsWith($"Type it by itself in {_project.Folder}: sh -c ", error.Hint, StringComparison.Ordinal);
        Assert.Equal(["format: cannot parse"], _said);
    }

    [Fact, Row("H5.failed")]
    public async Task What_a_placeholder_stands_for_is_not_shown()
    {
        await File.WriteAllTextAsync(Path.Combine(_project.Folder, ".env"), "TOKEN=s3cret", Token);
        Hooks(new Hook(["sh", "-c", "exit $(printf %s \"$1\" | wc -c)", "hook", "${TOKEN}"]));

        var error = await Assert.ThrowsAsync<HookException>(() => Write());

        Assert.Equal("s3cret".Length, error.ExitCode);
        Assert.Contains(" hook ${TOKEN} ", error.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.Message + error.Hint, StringComparison.Ordinal);
    }

    [Fact, Row("H5.failed")]
    public async Task A_placeholder_that_is_set_nowhere_is_named_and_the_file_stays()
    {
        Hooks(new Hook(["sh", "${RETORT_NO_SUCH_VARIABLE}"]));

        var error = await Assert.ThrowsAsync<HookException>(() => Write());

        Assert.Equal(("RT0651", "Set the environment variable RETORT_NO_SUCH_VARIABLE."), (error.Code, error.Hint));
        Assert.EndsWith(
            $"{Assert.Single(_project.Files)} was written and stays.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact, Row("H5.failed")]
    public async Task A_program_that_is_missing_is_named_and_the_file_stays()
    {
        Hooks(new Hook(["no-such-program"]));

        var error = await Assert.ThrowsAsync<HookException>(() => Write());

        Assert.Equal("RT0651", error.Code);
        Assert.Contains("no-such-program", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $"{Assert.Single(_project.Files)} was written and stays.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact, Row("H5.apply")]
    public async Task Hooks_after_a_run_know_what_was_applied_and_are_left_out_where_nothing_was()
    {
        await Write("a1");
        await Write("b2");
        _project.Build();
        Hooks(
            Shell(
                "echo $RETORT_DIRECTION $RETORT_REVISIONS; echo $RETORT_DATABASE [$RETORT_FILE]",
                "dump",
                HookMoment.Apply
            ),
            Shell("echo not after a run", "format")
        );

        await _project.Commands.UpgradeAsync(cancellationToken: Token);
        await _project.Commands.UpgradeAsync(cancellationToken: Token);
        await _project.Commands.DowngradeAsync("base", Token);

        Assert.Equal(
            [
                "dump: upgrade a1 b2",
                $"dump: {_project.Engine.Description} []",
                "dump: downgrade b2 a1",
                $"dump: {_project.Engine.Description} []",
            ],
            _said.Where(line => line.StartsWith("dump", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("format: not after a run", _said);
    }

    [Fact, Row("H5.apply")]
    public async Task A_hook_that_fails_after_a_run_leaves_the_database_as_it_is_and_says_so()
    {
        await Write("a1");
        _project.Build();
        Hooks(Shell("exit 1", "dump", HookMoment.Apply));

        var error = await Assert.ThrowsAsync<HookException>(() =>
            _project.Commands.UpgradeAsync(cancellationToken: Token)
        );

        Assert.EndsWith(
            $"The run itself succeeded: {_project.Engine.Description} is at a1.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("a1", Assert.Single((await _project.Commands.CurrentAsync(Token)).Revisions).Revision.Id);
    }

    private static Hook Shell(string script, string name, HookMoment when = HookMoment.Revision) =>
        new(["sh", "-c", script, "hook"]) { Name = name, When = when };

    private void Hooks(params Hook[] hooks) => _project.Config = _project.Config with { Hooks = hooks };

    private Task<RevisionResult> Write(string? id = null) =>
        _project.Commands.RevisionAsync(new RevisionOptions { Message = "change", Id = id }, Token);

    private sealed class Said(List<string> lines) : IProgress<MigrationEvent>
    {
        public void Report(MigrationEvent value) => lines.Add(value.ToString());
    }
}

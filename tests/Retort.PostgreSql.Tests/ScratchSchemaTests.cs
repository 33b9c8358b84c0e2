using Retort.Migrations;
using Shared;

namespace Retort.PostgreSql.Tests;

/// <summary>What is tried on a scratch schema stays there.</summary>
public sealed class ScratchSchemaTests : IDisposable
{
    private readonly TempDatabase _database = new();
    private readonly ScriptedProject _project;

    public ScratchSchemaTests() => _project = new ScriptedProject(_database.Engine);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _project.Dispose();
        _database.Dispose();
    }

    [Theory]
    [InlineData("SELECT 1; /* ; */ End", "says END")]
    [InlineData("PREPARE TRANSACTION 'x'", "says PREPARE TRANSACTION")]
    [InlineData("COMMIT AND CHAIN", "says COMMIT")]
    [InlineData("SET search_path TO public", "says search_path, by which")]
    [InlineData("SELECT set_config('search' || '_path', 'public', false)", "says set_config, by which")]
    [InlineData("RESET ALL", "says RESET ALL, by which")]
    [InlineData("SET LOCAL SCHEMA 'public'", "says SET LOCAL SCHEMA 'public', by which")]
    [InlineData("CREATE TABLE U&\"\\0070ublic\".x (id int)", "has a name in Unicode escapes")]
    [InlineData(
        "DO $$ BEGIN EXECUTE 'CREATE TABLE pub' || 'lic.x (id int)'; END $$",
        "puts SQL together in a DO block"
    )]
    [Row("G4.merge-unproven")]
    public async Task What_leads_out_is_not_tried(string sql, string reason)
    {
        var proof = await MergeAsync(sql, "CREATE TABLE x (id int)");

        Assert.Equal(ProofState.Unproven, proof.State);
        Assert.StartsWith($"Revision b2 {reason}", proof.Reason, StringComparison.Ordinal);
        Assert.Equal("", Tables());
    }

    [Theory]
    [InlineData(
        "SELECT CASE WHEN true THEN 1 END; SELECT 'x; COMMIT', $a$; END; $a$, \"end\" FROM (SELECT 1 AS \"end\") AS s"
    )]
    [InlineData("CREATE TEMP TABLE y (id int) ON COMMIT DROP -- ; COMMIT")]
    [InlineData("DO $$ BEGIN PERFORM 1; END $$")]
    [InlineData("CREATE FUNCTION f(begin int) RETURNS int LANGUAGE sql AS 'SELECT 1; SELECT 2'")]
    [Row("G4.merge-same")]
    public async Task Words_that_end_no_transaction_are_tried(string sql)
    {
        var proof = await MergeAsync(sql);

        Assert.Null(proof.Reason);
        Assert.Equal(ProofState.Same, proof.State);
    }

    [Fact, Row("G4.merge-unproven")]
    public async Task Nothing_more_is_run_behind_what_left_all_the_same()
    {
        var proof = await MergeAsync(
            "SET standard_conforming_strings = off",
            @"SELECT '\''; COMMIT; --'",
            "CREATE TABLE public.more (id int)"
        );

        Assert.Equal(ProofState.Unproven, proof.State);
        Assert.Contains("Revision b2 left the scratch schema 'retort_scratch'", proof.Reason, StringComparison.Ordinal);
        Assert.Equal("", Tables());
    }

    [Fact, Row("G4.merge-unproven")]
    public async Task What_fails_behind_the_end_of_the_transaction_is_no_difference()
    {
        var proof = await MergeAsync(
            "SET standard_conforming_strings = off",
            @"SELECT '\''; COMMIT; SELECT 1 / 0; --'"
        );

        Assert.Equal(ProofState.Unproven, proof.State);
        Assert.Contains("left the scratch schema", proof.Reason, StringComparison.Ordinal);
    }

    private async Task<MergeProof> MergeAsync(params string[] sql)
    {
        _project.Add("a1").Add("b2", "a1", op => Array.ForEach(sql, op.Execute)).Add("c3", "a1");
        return (await _project.Commands.MergeAsync(new(["heads"]) { Splice = true }, Token)).Proof;
    }

    private string Tables() => _database.Sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").Trim();
}

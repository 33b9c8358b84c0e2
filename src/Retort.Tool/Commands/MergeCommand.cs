using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort merge REV…</c>: joins branches, and tries whether their order matters.</summary>
internal sealed class MergeCommand : ToolCommand
{
    private const string Message = "message";
    private const string BranchLabel = "branch-label";
    private const string Id = "rev-id";
    private const string Splice = "splice";

    public override string Name => "merge";

    public override string Argument => "revision";

    public override IReadOnlyList<string> Examples => ["retort merge heads -m \"join\""];

    public override bool IsForSources => true;

    public override CliCommand Define() =>
        new(Name, "Write a revision that joins branches, and try whether their order matters.")
        {
            new Argument<string[]>(Argument)
            {
                Description = "heads, or ids, the beginnings of ids and branch labels.",
                HelpName = "REV",
                Arity = ArgumentArity.OneOrMore,
            },
            new Option<string>($"--{Message}", "-m") { Description = "What it does.", HelpName = "TEXT" },
            new Option<string>($"--{BranchLabel}")
            {
                Description = "The name of the branch that begins with it.",
                HelpName = "LABEL",
            },
            new Option<bool>($"--{Splice}") { Description = "Join revisions too that others follow." },
            new Option<string>($"--{Id}") { Description = "Its id; a random one unless given.", HelpName = "ID" },
        };

    public override CommandNeeds Needs(CommandRequest request) => NeedsToWrite(request, CommandNeeds.ProjectIfPossible);

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var options = new MergeOptions(request.Several(Argument))
        {
            Message = request[Message],
            BranchLabel = request[BranchLabel],
            Id = request[Id],
            Splice = request.Has(Splice),
            NotCompiled = request[CommandRequest.NotHosted],
            RequireCurrent = !request.Has("no-build"),
        };
        var result = await Writing(request, context).MergeAsync(options, cancellationToken).ConfigureAwait(false);
        return new([.. Lines(result, context)], () => Json(result));
    }

    private static IEnumerable<string> Lines(MergeResult result, CommandContext context) =>
        [
            $"  Generated {Path.GetRelativePath(Environment.CurrentDirectory, result.Path)}",
            .. Lines(result.Proof),
            $"Next: type `retort upgrade {RevisionText.Target(context, result.Id)}`. To undo, delete the file.",
        ];

    private static IEnumerable<string> Lines(MergeProof proof) =>
        proof.State switch
        {
            ProofState.Same => ["  Proven: both orders of the branches give the same schema."],
            ProofState.Different =>
            [
                "  The order of the branches matters:",
                .. proof.Differences.Select(difference => $"    {difference}"),
                "  Databases that have applied one branch only come out differently: correct a revision that is applied nowhere yet, or write the difference into this one.",
            ],
            _ => [$"  Unproven whether the order of the branches matters: {proof.Reason}"],
        };

    private static JsonObject Json(MergeResult result) =>
        new()
        {
            ["id"] = result.Id,
            ["path"] = result.Path,
            ["parents"] = JsonText.Array(result.Parents.Select(parent => parent.Id)),
            ["proof"] = new JsonObject
            {
                ["state"] = result.Proof.State switch
                {
                    ProofState.Same => "same",
                    ProofState.Different => "different",
                    _ => "unproven",
                },
                ["differences"] = JsonText.Array(result.Proof.Differences),
                ["reason"] = result.Proof.Reason,
            },
        };
}

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Retort.Migrations;

/// <summary>A piece of a revision that is done or not done: a transaction, or one thing outside of any.</summary>
/// <param name="Work">What is done, in order.</param>
/// <param name="Transaction">Which transaction it runs in; <see cref="DdlTransaction.Shared"/>: all of it in one.</param>
internal sealed record RevisionPart(IReadOnlyList<Work> Work, DdlTransaction Transaction)
{
    /// <summary>Whether it runs in a transaction, and leaves nothing when it fails.</summary>
    public bool IsTransaction => Transaction is not DdlTransaction.None;

    /// <summary>Whether a run does it in pieces, each in a transaction of its own.</summary>
    public bool HasPieces => Work is [BatchWork];

    /// <summary>No work: a transaction for the version rows, where the last of the work has none.</summary>
    public static RevisionPart VersionRows { get; } = new([], DdlTransaction.Shared);

    /// <summary>The parts of a revision.</summary>
    public static IReadOnlyList<RevisionPart> Split(PreparedStep step, TransactionMode mode, DdlCompiler ddl) =>
        Split(step.Work, mode, ddl);

    /// <summary>The parts of a revision, the last of which is a transaction: in it the version rows change.</summary>
    public static IReadOnlyList<RevisionPart> Whole(PreparedStep step, TransactionMode mode, DdlCompiler ddl) =>
        Split(step, mode, ddl) is [.., { IsTransaction: true }] parts
            ? parts
            : [.. Split(step, mode, ddl), VersionRows];

    /// <summary>The parts of some work: what can stand in one transaction stays together, everything else is by itself.</summary>
    public static IReadOnlyList<RevisionPart> Split(IEnumerable<Work> work, DdlCompiler ddl) =>
        Split(work, TransactionMode.Revision, ddl);

    private static List<RevisionPart> Split(IEnumerable<Work> work, TransactionMode mode, DdlCompiler ddl)
    {
        var parts = new List<RevisionPart>();
        var shared = new List<Work>();
        foreach (var each in work.SelectMany(each => Here(each, ddl)))
        {
            var transaction = TransactionOf(each, mode, ddl);
            if (transaction is DdlTransaction.Shared)
            {
                shared.Add(each);
                continue;
            }
            EndShared();
            parts.Add(new([each], transaction));
        }
        EndShared();
        return parts;

        void EndShared()
        {
            if (shared.Count > 0)
                parts.Add(new([.. shared], DdlTransaction.Shared));
            shared.Clear();
        }
    }

    /// <summary>What this kind of database does of some work.</summary>
    private static IEnumerable<Work> Here(Work work, DdlCompiler ddl) =>
        work.Dialect is { } dialect && dialect != ddl.Syntax.Dialect ? []
        : work is SchemaWork schema ? ddl.Here([schema.Change]).Select(change => schema with { Change = change })
        : [work];

    /// <summary>Fingerprints of the first part, the first two, and so on: by them parts are known again.</summary>
    public static IReadOnlyList<string> Hashes(IEnumerable<RevisionPart> parts, DdlCompiler ddl)
    {
        var hashes = new List<string>();
        foreach (var part in parts)
            hashes.Add(Hash($"{hashes.LastOrDefault()}\n{part.Text(ddl)}"));
        return hashes;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string Text(DdlCompiler ddl) => string.Join(";\n", Work.Select(each => TextOf(each, ddl)));

    /// <summary>What it does, in a line.</summary>
    public string Describe(DdlCompiler ddl)
    {
        const int Width = 100;
        if (Work.Count == 0)
            return "the version rows";
        var first = TextOf(Work[0], ddl).ReplaceLineEndings(" ");
        var line = first.Length > Width ? first[..Width] + "…" : first;
        return Work.Count == 1 ? line : $"{line}; and {Work.Count - 1} more";
    }

    /// <summary>
    /// Without transactions each operation has one of its own, with its line of history: so a kill cannot come between the two. What only its
    /// author knows may be what no transaction takes.
    /// </summary>
    private static DdlTransaction TransactionOf(Work work, TransactionMode mode, DdlCompiler ddl) =>
        (TransactionOf(work, ddl), mode) switch
        {
            (DdlTransaction.Shared, TransactionMode.None) => work is CodeWork or SchemaWork { Change: ExecuteSql }
                ? DdlTransaction.None
                : DdlTransaction.Own,
            var (transaction, _) => transaction,
        };

    private static DdlTransaction TransactionOf(Work work, DdlCompiler ddl) =>
        work switch
        {
            BatchWork => DdlTransaction.None,
            // the statements of a rebuild belong together
            SchemaWork { Autocommit: true, Change: TableChange change } when !ddl.CanAlter(change) =>
                DdlTransaction.Own,
            { Autocommit: true } => DdlTransaction.None,
            SchemaWork schema => ddl.TransactionOf(schema.Change),
            _ => DdlTransaction.Shared,
        };

    /// <summary>What some work does, as SQL or as the code that it is.</summary>
    public static string TextOf(Work work, DdlCompiler ddl) =>
        work switch
        {
            SchemaWork { Change: AlterTable together } => string.Join(";\n", together.Changes.Select(ddl.Compile)),
            SchemaWork schema => ddl.Compile(schema.Change),
            CodeWork code => code.Source,
            BatchWork batch => $"{ddl.Compile(batch.AtOnce)} by {batch.Key}",
            _ => throw new UnreachableException(),
        };
}

using System.Diagnostics;

namespace Retort.Migrations;

/// <summary>What revisions do, as statements.</summary>
/// <param name="ddl">Writes them.</param>
/// <param name="rehearsal">Knows the tables that are rebuilt; null: none is of which nothing is said.</param>
/// <param name="frame">Makes sure that those are the same where the script is run.</param>
internal sealed class ScriptedWork(DdlCompiler ddl, Rehearsal? rehearsal, ScriptFrame frame)
{
    /// <summary>Makes sure that a step can be written down.</summary>
    /// <exception cref="NotScriptableException">It runs code.</exception>
    public static void Require(PreparedStep step, DdlCompiler ddl)
    {
        foreach (var part in RevisionPart.Split(step.Work, ddl))
            if (part.Work.OfType<CodeWork>().FirstOrDefault() is { } code)
                throw NotScriptableException.InRevision(step.Revision.Place, code.Source);
    }

    /// <summary>The statements of a part.</summary>
    /// <param name="revision">Its revision.</param>
    /// <param name="part">The part.</param>
    /// <param name="rows">The version rows while it runs.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    /// <exception cref="OfflineException">What a rebuilt table is like cannot be found out.</exception>
    public async ValueTask<IReadOnlyList<string>> WriteAsync(
        Revision revision,
        RevisionPart part,
        IReadOnlyList<string> rows,
        CancellationToken cancellationToken
    )
    {
        var statements = new List<string>();
        foreach (var step in SchemaStep.Plan(ddl, part.Work.Select(Change)))
            if (rehearsal is null)
                statements.AddRange(Write(step));
            else
            {
                if (Rebuild.LooksUp(step) is { } table)
                {
                    var isSame = await rehearsal.IsSameAsync(table, cancellationToken).ConfigureAwait(false);
                    statements.AddRange(frame.BeforeRebuild(revision, rows, table, isSame));
                }
                statements.AddRange(
                    await rehearsal.WriteAsync(revision, step, cancellationToken).ConfigureAwait(false)
                );
            }
        return statements;
    }

    private IEnumerable<string> Write(SchemaStep step) =>
        step.Rebuilds is null
            ? [ddl.Compile(step.Changes[0])]
            : ddl.Rebuild(TableRebuild.Of(step.Together!.Before!, step)).Select(each => each.Sql);

    /// <summary>What is gone through in batches is one statement in a script.</summary>
    private static DdlElement Change(Work work) =>
        work switch
        {
            SchemaWork schema => schema.Change,
            BatchWork batch => batch.AtOnce,
            _ => throw new UnreachableException(),
        };
}

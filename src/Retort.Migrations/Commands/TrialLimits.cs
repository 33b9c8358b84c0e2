using System.Text.RegularExpressions;

namespace Retort.Migrations;

/// <summary>What is not tried on a scratch schema: code, of which nobody knows what else it does, and SQL that could leave the scratch schema.</summary>
/// <param name="dialect">The kind of database.</param>
/// <param name="schemas">The schemas that are there beside the scratch schema.</param>
internal sealed class TrialLimits(Dialect dialect, IEnumerable<string> schemas)
{
    private readonly IReadOnlyList<(string Name, Regex InSql)> _schemas =
    [
        .. schemas.Select(name =>
            (
                name,
                new Regex(
                    $@"(?<!\w){Regex.Escape(name)}""?\s*\.",
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
                )
            )
        ),
    ];

    /// <summary>The limits of a scratch schema's connection.</summary>
    public static async Task<TrialLimits> OfAsync(Connection connection, CancellationToken cancellationToken)
    {
        var outside = await connection.Inspector.ReadAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var names = outside
            .Tables.Select(table => table.Schema)
            .Concat(outside.Objects.Select(each => each.Name.Schema))
            .OfType<string>();
        return new TrialLimits(connection.Dialect, names.Distinct());
    }

    /// <summary>Why a revision is not tried; null: it is.</summary>
    /// <param name="step">What it does.</param>
    /// <param name="isCommon">Whether all branches stand on it: its code is left out, the same for every order.</param>
    public string? Refusal(PreparedStep step, bool isCommon)
    {
        foreach (var work in RevisionPart.Split(step.Work, dialect.Ddl).SelectMany(part => part.Work))
            if (work is CodeWork)
            {
                if (!isCommon)
                    return $"Revision {step.Revision.Id} runs code, which is not run on a scratch schema.";
            }
            else if (Refusal(work) is { } reason)
                return $"Revision {step.Revision.Id} {reason}.";
        return null;
    }

    private string? Refusal(Work work)
    {
        var sql = RevisionPart.TextOf(work, dialect.Ddl);
        return dialect.LeavesScratchSchema(sql, isWritten: work is SchemaWork { Change: ExecuteSql })
            ?? (
                _schemas.FirstOrDefault(each => each.InSql.IsMatch(sql)) is { Name: { } name }
                    ? $"names the schema '{name}', which is not the scratch schema"
                    : null
            );
    }
}

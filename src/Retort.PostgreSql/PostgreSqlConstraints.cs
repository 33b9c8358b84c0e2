using Npgsql;

namespace Retort;

/// <summary>Violations of constraints, with what the server says of them beside its message. Values of rows are left out: they may be secret.</summary>
internal static class PostgreSqlConstraints
{
    /// <summary>The violation; null: another error.</summary>
    public static ConstraintViolationException? Translate(PostgresException error) =>
        error.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation => Violation(
                error,
                ConstraintKind.Unique,
                $"A row with equal values is there already ({error.ConstraintName} of table {error.TableName})."
            ),
            PostgresErrorCodes.ForeignKeyViolation => Violation(
                error,
                ConstraintKind.ForeignKey,
                $"A row refers to one that is not there, or is referred to by others ({error.ConstraintName} of table {error.TableName})."
            ),
            PostgresErrorCodes.CheckViolation => Violation(
                error,
                ConstraintKind.Check,
                $"A row violates the check {error.ConstraintName} of table {error.TableName}."
            ),
            PostgresErrorCodes.ExclusionViolation => Violation(
                error,
                ConstraintKind.Exclusion,
                $"A row that excludes this one is there already ({error.ConstraintName} of table {error.TableName})."
            ),
            PostgresErrorCodes.NotNullViolation => Violation(
                error,
                ConstraintKind.NotNull,
                $"A value is missing (NOT NULL): {error.ColumnName} of table {error.TableName}."
            ),
            _ => null,
        };

    private static ConstraintViolationException Violation(
        PostgresException error,
        ConstraintKind kind,
        string message
    ) =>
        new(
            kind,
            $"{message} Nothing of the statement remains.",
            error.TableName,
            error.ColumnName is { } column ? [column] : [],
            error.ConstraintName,
            error
        );
}

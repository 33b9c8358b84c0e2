using System.Globalization;

namespace Retort;

/// <summary>A view, domain or sequence that PostgreSQL is asked about.</summary>
/// <param name="declared">As it is declared.</param>
/// <param name="number">Where it stands among those that are asked about: its name, because others may be long or taken.</param>
internal sealed class PostgreSqlAskedObject(SchemaObject declared, int number)
{
    private readonly TableName _name = new($"retort_{number}", "pg_temp");

    /// <summary>The objects that are not the same in both.</summary>
    public static List<PostgreSqlAskedObject> Of(MetaData declared, MetaData reflected, PostgreSqlDialect dialect)
    {
        var found = reflected.Objects.ToLookup(each => (each.Kind, each.Name));
        return
        [
            .. declared
                .Objects.Where(each => each is ViewDefinition or DomainDefinition or SequenceDefinition)
                .Where(each => found[(each.Kind, each.Name)].Any(other => !dialect.Norms.SameObject(each, other)))
                .Select((each, number) => new PostgreSqlAskedObject(each, number)),
        ];
    }

    /// <summary>The same as a temporary object; the query of a materialized view is printed as that of a view.</summary>
    public string Creation(PostgreSqlDialect dialect) =>
        dialect.Ddl.Compile(
            new CreateObject(
                declared switch
                {
                    ViewDefinition view => view with { Name = _name, Materialized = false },
                    DomainDefinition domain => domain with { Name = _name, Checks = [.. domain.Checks.Select(Named)] },
                    _ => declared with { Name = _name },
                }
            )
        );

    /// <summary>Keeps what was read.</summary>
    public void Remember(IReadOnlyList<SchemaObject> objects, Dictionary<object, object> canonical)
    {
        var read = objects.Single(each => each.Name.Name == _name.Name);
        canonical[declared] = declared switch
        {
            ViewDefinition view => view with { Query = ((ViewDefinition)read).Query, Columns = [] },
            DomainDefinition domain => (DomainDefinition)read with
            {
                Name = domain.Name,
                Checks =
                [
                    .. ((DomainDefinition)read).Checks.Select(
                        (check, at) => check with { Name = domain.Checks[at].Name }
                    ),
                ],
            },
            _ => read with { Name = declared.Name },
        };
    }

    /// <summary>A check with a name by which the catalog's order is this one.</summary>
    private static CheckConstraint Named(CheckConstraint check, int at) =>
        check with
        {
            Name = at.ToString("D4", CultureInfo.InvariantCulture),
        };
}

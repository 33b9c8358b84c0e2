namespace Retort.Migrations;

/// <summary>What attributes can say.</summary>
internal static class ModelLimits
{
    /// <summary>The table without what attributes cannot say, and that as objects.</summary>
    public static (Table Said, IReadOnlyList<CarriedObject> Carried) Split(Table table, DdlCompiler ddl) =>
        CarriedElements.Split(table, ddl, constraint => !CanSay(constraint), index => !CanSay(index));

    private static bool CanSay(Constraint constraint) =>
        constraint switch
        {
            { Comment: not null } => false,
            PrimaryKeyConstraint key => key.Include.Count == 0,
            UniqueConstraint unique => unique.Include.Count == 0,
            CheckConstraint check => check is { NotValid: false, NoInherit: false },
            ForeignKeyConstraint key => key is { NotValid: false, MatchFull: false },
            _ => false,
        };

    private static bool CanSay(TableIndex index) =>
        index is { Storage: null, Tablespace: null, Comment: null }
        && index.Elements.All(element => element is { Nulls: null, Collation: null, OperatorClass: null })
        && index
            .Elements.SkipWhile(element => !element.IsExpression)
            .All(element => element is { IsExpression: true, Descending: false });
}

namespace Retort.Migrations;

/// <summary>Type, nullability and server default of columns that both sides have; one operation for all changes of a column.</summary>
internal static class ColumnPropertiesComparer
{
    public static void Compare(Comparison comparison)
    {
        foreach (var pair in comparison.Common)
        foreach (var (declared, found) in pair.Columns)
            Compare(comparison, pair, declared, found);
    }

    private static void Compare(Comparison comparison, TablePair pair, Column declared, Column found)
    {
        var table = pair.Name;
        var name = $"'{table}.{declared.Name}'";
        var compared = comparison.ComparedProperties(table, declared, found);
        if (compared.HasFlag(ColumnProperties.Computed) && !comparison.Norms.SameComputed(declared, found))
        {
            Recompute(comparison, pair, declared, found, name);
            return;
        }
        var words = new List<string>();
        var alter = new AlterColumnOp(table, declared.Name)
        {
            ExistingType = found.Type,
            ExistingNullable = found.Nullable,
        };
        if (compared.HasFlag(ColumnProperties.Type) && !comparison.Norms.SameType(declared, found))
        {
            words.Add($"Detected type change from {found.Type} to {declared.Type} on column {name}");
            alter = alter with
            {
                Type = declared.Type,
                ServerDefault =
                    declared.ServerDefault.Exists || found.ServerDefault.Exists ? OrNone(declared) : default,
                ExistingServerDefault = OrNone(found),
            };
            // a type that is changed takes its own collation, unless one is said
            if ((declared.Collation ?? found.Collation) is not null)
                alter = Collate(alter, declared, found);
        }
        if (compared.HasFlag(ColumnProperties.Nullability) && declared.Nullable != found.Nullable)
        {
            words.Add($"Detected {(declared.Nullable ? "NULL" : "NOT NULL")} on column {name}");
            alter = alter with
            {
                Nullable = declared.Nullable,
                Fill =
                    declared.Nullable ? default
                    : declared.ServerDefault.Exists ? declared.ServerDefault
                    : RowFill.Of(pair.Declared, declared),
            };
        }
        if (compared.HasFlag(ColumnProperties.ServerDefault) && !comparison.Norms.SameDefault(declared, found))
        {
            words.Add($"Detected server default change on column {name}");
            alter = alter with { ServerDefault = OrNone(declared), ExistingServerDefault = OrNone(found) };
        }
        if (compared.HasFlag(ColumnProperties.Collation) && !comparison.Norms.SameCollation(declared, found))
        {
            words.Add(
                $"Detected collation change from {found.Collation ?? "the default"} to {declared.Collation ?? "the default"} on column {name}"
            );
            alter = Collate(alter, declared, found);
        }
        if (compared.HasFlag(ColumnProperties.Identity) && !comparison.Norms.SameIdentity(declared, found))
        {
            words.Add($"Detected {Counting(declared, found)} identity on column {name}");
            alter = alter with { Identity = IdentityOf(declared), ExistingIdentity = IdentityOf(found) };
        }
        if (words.Count > 0)
            comparison.Add(Phase.AlterColumn, alter, words);
    }

    private static AlterColumnOp Collate(AlterColumnOp alter, Column declared, Column found) =>
        alter with
        {
            Collation = declared.Collation ?? "",
            ExistingCollation = found.Collation ?? "",
        };

    /// <summary>
    /// What a column is computed from cannot be changed: the column is made anew, and computed for each row. A database drops with it what
    /// stands on it, which is made anew too; an expression may stand on it, and is taken to.
    /// </summary>
    private static void Recompute(Comparison comparison, TablePair pair, Column declared, Column found, string name)
    {
        foreach (
            var index in pair.Found.Indexes.Where(index =>
                StandsOn(index, found.Name) && Stays(comparison, pair, index)
            )
        )
        {
            comparison.Add(Phase.DropIndex, new DropIndexOp(pair.Name, index.Name!) { Dropped = index });
            comparison.Add(Phase.CreateIndex, new CreateIndexOp(pair.Name, index));
        }
        foreach (
            var constraint in pair.Found.Constraints.Where(each =>
                StandsOn(each, found.Name) && Stays(comparison, pair, each)
            )
        )
        {
            comparison.Add(
                Phase.DropConstraint,
                new DropConstraintOp(pair.Name, constraint.Name!) { Dropped = constraint }
            );
            comparison.Add(Phase.AddConstraint, AddConstraintOp.Of(pair.Name, constraint));
        }
        comparison.Add(
            Phase.AlterColumn,
            new DropColumnOp(pair.Name, found.Name) { Dropped = found },
            $"Detected computed expression change on column {name}"
        );
        comparison.Add(Phase.AlterColumn, new AddColumnOp(pair.Name, declared));
    }

    private static bool StandsOn(TableIndex index, string column) =>
        index.Where is not null
        || index.Include.Contains(column)
        || index.Elements.Any(element => element.IsExpression || element.Text == column);

    private static bool StandsOn(Constraint constraint, string column) =>
        constraint switch
        {
            UniqueConstraint unique => unique.Columns.Contains(column) || unique.Include.Contains(column),
            CheckConstraint check => check.Sql.Contains(column, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };

    /// <summary>Whether the index is in both; one that differs is made anew anyway, and one that stands on two columns only once.</summary>
    private static bool Stays(Comparison comparison, TablePair pair, TableIndex found) =>
        !comparison.Drops(pair.Name, found.Name)
        && pair.Declared.Indexes.Any(index =>
            index.Name == found.Name && comparison.Norms.SameIndex(pair.Found, index, found)
        );

    private static bool Stays(Comparison comparison, TablePair pair, Constraint found) =>
        !comparison.Drops(pair.Name, found.Name)
        && pair.Declared.Constraints.Any(constraint => constraint.Name == found.Name);

    private static string Counting(Column declared, Column found) =>
        !found.Autoincrement ? "added"
        : !declared.Autoincrement ? "removed"
        : "changed";

    private static Identity IdentityOf(Column column) =>
        column.Autoincrement ? column.Identity ?? new Identity() : new Identity(IdentityKind.None);

    /// <summary>The default, or the statement that there is none.</summary>
    private static ServerDefault OrNone(Column column) =>
        column.ServerDefault.Exists ? column.ServerDefault : (string?)null;
}

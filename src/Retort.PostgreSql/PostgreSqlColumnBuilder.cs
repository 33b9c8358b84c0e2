using System.Text.RegularExpressions;

namespace Retort;

/// <summary>Makes columns of their rows in the catalog.</summary>
/// <param name="enums">The enums of the database by the names that <c>format_type</c> gives them.</param>
internal sealed partial class PostgreSqlColumnBuilder(Dictionary<string, EnumType> enums)
{
    private readonly Dictionary<string, SqlType> _types = [];

    public Column Build(object?[] row)
    {
        var column = new Column((string)row[1]!, TypeOf((string)row[2]!))
        {
            Nullable = row[3] is false,
            Collation = (string?)row[7],
            Comment = (string?)row[8],
        };
        var expression = (string?)row[4];
        if (row[6] is not "")
            return column with
            {
                Computed = new ComputedSql(expression!, Stored: row[6] is "s") { Virtual = row[6] is "v" },
            };
        if (row[5] is "a" or "d")
            return column with
            {
                Autoincrement = true,
                Identity = Counting(row[5] is "a" ? IdentityKind.Always : IdentityKind.ByDefault, column.Type, row),
            };
        if (row[9] is "a" && expression is not null && NextValue().IsMatch(expression))
            return column with { Autoincrement = true, Identity = Counting(IdentityKind.Serial, column.Type, row) };
        return expression is null ? column : column with { ServerDefault = new SqlFragment(expression) };
    }

    /// <summary>Columns have few types.</summary>
    private SqlType TypeOf(string name) =>
        _types.TryGetValue(name, out var type) ? type : _types[name] = TypeOf(name, enums);

    /// <summary>The type of a name as <c>format_type</c> gives it.</summary>
    public static SqlType TypeOf(string name, Dictionary<string, EnumType> enums) =>
        name.EndsWith("[]", StringComparison.Ordinal) && enums.TryGetValue(name[..^2], out var element)
            ? new ArrayOf(element)
        : enums.TryGetValue(name, out var known) ? known
        : PostgreSqlTypes.Instance.Parse(name);

    /// <summary>How a sequence counts: only what it was told.</summary>
    public static Identity Counting(
        IdentityKind kind,
        SqlType type,
        long start,
        long increment,
        long least,
        long most,
        long cache,
        bool cycle
    )
    {
        var (smallest, largest) = type switch
        {
            SmallInt => (short.MinValue, short.MaxValue),
            Integer => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        var up = increment > 0;
        return new Identity(kind)
        {
            Start = start == (up ? least : most) ? null : start,
            Increment = increment == 1 ? null : increment,
            MinValue = least == (up ? 1 : smallest) ? null : least,
            MaxValue = most == (up ? largest : -1) ? null : most,
            Cache = cache == 1 ? null : cache,
            Cycle = cycle,
        };
    }

    private static Identity Counting(IdentityKind kind, SqlType type, object?[] row) =>
        Counting(
            kind,
            type,
            (long)row[10]!,
            (long)row[11]!,
            (long)row[12]!,
            (long)row[13]!,
            (long)row[14]!,
            row[15] is true
        );

    [GeneratedRegex(@"^nextval\('.*'::regclass\)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NextValue();
}

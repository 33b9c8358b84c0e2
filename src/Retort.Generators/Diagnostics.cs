using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Everything that can be said about a project at compile time; RT10xx models, RT11xx statements, RT12xx revisions.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        "RT1001",
        "The language version is too old",
        "Retort generates C# 14 and this project is compiled as C# {0}, so nothing is generated. Remove <LangVersion> from the project file, or write <LangVersion>14</LangVersion>."
    );

    public static readonly DiagnosticDescriptor NotPartial = Error(
        "RT1002",
        "A table model is not partial",
        "Retort adds members to '{0}', so '{1}' must be partial: write '{2}'"
    );

    public static readonly DiagnosticDescriptor NotAModelClass = Error(
        "RT1003",
        "This kind of type cannot be a table model",
        "'{0}' cannot be a table: it is {1}. {2}."
    );

    public static readonly DiagnosticDescriptor NoKey = Error(
        "RT1004",
        "A table model has no key",
        "Table model '{0}' has no key. Put [Key] (System.ComponentModel.DataAnnotations) on a property, such as '{1}'."
    );

    public static readonly DiagnosticDescriptor UnmappedType = Error(
        "RT1005",
        "A property's type has no column type",
        "'{0}' has type '{1}', which has no column type. {2}."
    );

    public static readonly DiagnosticDescriptor NoSetter = Error(
        "RT1006",
        "A column's property has no setter",
        "'{0}' has no setter, so a row cannot be read into it. Add 'set', 'private set' or 'init', or keep it out of the table with [NotMapped]."
    );

    public static readonly DiagnosticDescriptor NullableKey = Error(
        "RT1007",
        "A key is nullable",
        "'{0}' is part of the key and cannot be null: write '{1}' instead of '{2}'"
    );

    public static readonly DiagnosticDescriptor KeyType = Error(
        "RT1008",
        "This type cannot be a key",
        "'{0}' has type '{1}', which cannot be a key. A key is an int, long, Guid or string."
    );

    public static readonly DiagnosticDescriptor ForeignKeyToNoTable = Error(
        "RT1009",
        "A foreign key refers to a type that is no table",
        "'{0}' refers to '{1}', which is no table. Put [Table] on '{1}', or name another type in [ForeignKey<…>]."
    );

    public static readonly DiagnosticDescriptor ForeignKeyToManyColumns = Error(
        "RT1010",
        "A foreign key refers to a table whose key is not one column",
        "'{0}' refers to '{1}', whose key has {2} columns; a property can hold one. Give '{1}' a key of one column, and make the other columns [Unique] together."
    );

    public static readonly DiagnosticDescriptor ForeignKeyType = Error(
        "RT1011",
        "A foreign key has another type than the key that it refers to",
        "'{0}' is '{1}', and the key that it refers to, '{2}', is '{3}'. Write '{3}' or '{3}?'."
    );

    public static readonly DiagnosticDescriptor SetNullOnNotNull = Error(
        "RT1012",
        "A foreign key becomes NULL in a column that cannot be NULL",
        "'{0}' becomes NULL by {1} = ReferentialAction.SetNull, and its column is NOT NULL. Write '{2}?', or choose Cascade or Restrict."
    );

    public static readonly DiagnosticDescriptor DuplicateColumn = Error(
        "RT1013",
        "Two properties are one column",
        "'{0}' and '{1}' are both column '{2}'. Name one of them otherwise with [Column(\"…\")]."
    );

    public static readonly DiagnosticDescriptor DuplicateTable = Error(
        "RT1014",
        "Two classes are one table",
        "'{0}' and '{1}' are both table '{2}'. Name one of them otherwise with [Table(\"…\")]."
    );

    public static readonly DiagnosticDescriptor ConstructorRuns = Info(
        "RT1015",
        "Reading a row runs constructor and initialisers",
        "Each row that is read runs the constructor and the initialisers of '{0}', because '{1}' is no column. Without it reading is faster."
    );

    public static readonly DiagnosticDescriptor NoTableMember = Info(
        "RT1016",
        "The static member Table is left out",
        "'{0}' has a member '{1}' of its own, so its table is only 'Tables.{2}'"
    );

    public static readonly DiagnosticDescriptor NoConstructor = Error(
        "RT1017",
        "A table model cannot be created",
        "A row cannot be read into '{0}', because '{1}' is no column and there is no constructor without parameters. Add 'private {2}() {{ }}'."
    );

    public static readonly DiagnosticDescriptor GuidKeyNotSet = Warning(
        "RT1018",
        "A Guid key is not initialised",
        "'{0}' is empty in each new object. Write '= Guid.CreateVersion7();' behind it, or make it 'required'."
    );

    public static readonly DiagnosticDescriptor NowOfAnotherType = Error(
        "RT1019",
        "A server default does not fit the column",
        "'{0}' gets the time by SqlValue.Now and has type '{1}'. Write 'DateTimeOffset' or 'DateTime'."
    );

    public static readonly DiagnosticDescriptor SameRootNamespace = Error(
        "RT1020",
        "Two projects have one class Tables",
        "This project and one that it references both have the class '{0}'. Write another <RootNamespace> in one of the project files."
    );

    public static readonly DiagnosticDescriptor NoVisibleSetter = Info(
        "RT1021",
        "A property of another assembly has no setter that can be seen",
        "'{0}' is no column: it stands in another assembly and has no public or protected setter"
    );

    public static readonly DiagnosticDescriptor NoSuchProperty = Error(
        "RT1022",
        "An attribute names a property that is no column",
        "{0} names '{1}.{2}', which is no column. Write nameof(…) of a property that is one."
    );

    public static readonly DiagnosticDescriptor SqlAsCondition = Error(
        "RT1101",
        "An SQL condition is used as a C# condition",
        "This is an SQL condition, not a C# bool: it has no value until a database evaluates it. Combine conditions with &&, || and ! inside Where(…)."
    );

    public static readonly DiagnosticDescriptor SqlInString = Error(
        "RT1102",
        "An SQL expression is put into a C# string",
        "'{0}' is an SQL expression and has no text in C#. Select the column and build the string from the row."
    );

    public static readonly DiagnosticDescriptor SqlInPattern = Error(
        "RT1103",
        "An SQL expression is matched by a C# pattern",
        "'{0}' is an SQL expression and has no value in C#. Write '{0} == null' instead of 'is null', '{0} != null' instead of 'is not null'."
    );

    public static readonly DiagnosticDescriptor SetOfNoColumn = Error(
        "RT1104",
        "Set is given something that is no column",
        "Set assigns to a column, and this is an expression. Write 'Set(x => x.Age, x => x.Age + 1)'."
    );

    public static readonly DiagnosticDescriptor NoUpdateMember = Error(
        "RT1023",
        "[OnUpdate] names a member that gives no value",
        "'{0}' is to be set to '{1}' at each update, and '{2}' has no property, field or method without parameters of this name that gives a '{3}'"
    );

    public static readonly DiagnosticDescriptor JsonByReflection = Info(
        "RT1024",
        "A JSON column is read by reflection",
        "The classes in '{0}' are read and written by reflection. Name a source-generated context to be faster, and to be trimmed: [Json<MyContext>]."
    );

    public static readonly DiagnosticDescriptor JsonWhenTrimmed = Error(
        "RT1025",
        "A JSON column is read by reflection in a trimmed application",
        "The classes in '{0}' are read and written by reflection, and trimming may remove what it needs. Name a source-generated context: [Json<MyContext>]."
    );

    public static readonly DiagnosticDescriptor UnknownToken = Error(
        "RT1026",
        "The naming convention has a token that is none",
        "'{0}' has the token '{1}'. The tokens are table_name, referred_table_name, constraint_name, column_0_name, column_0_label, column_0N_name and column_0_N_name."
    );

    public static readonly DiagnosticDescriptor UnknownRevision = Error(
        "RT1201",
        "A revision refers to one that does not exist",
        "Revision '{0}' {1} '{2}', and there is no such revision. {3}"
    );

    public static readonly DiagnosticDescriptor DuplicateRevision = Error(
        "RT1202",
        "Two revisions have one id",
        "'{0}' and '{1}' are both revision '{2}'. Give the newer one an id of its own, also in the [Revises] of what follows it; or delete it if it is a copy."
    );

    public static readonly DiagnosticDescriptor RevisionCycle = Error(
        "RT1203",
        "Revisions come before each other",
        "Each of these revisions comes after the next, and the last after the first: {0}. One of them must not name a revision that comes after it."
    );

    public static readonly DiagnosticDescriptor SeveralHeads = Warning(
        "RT1204",
        "The history has several heads",
        "Revision '{0}' is one of {1} heads; nothing follows {2} either. `retort merge heads` joins them. Where they are meant, write 'dotnet_diagnostic.RT1204.severity = none' into .editorconfig."
    );

    public static readonly DiagnosticDescriptor NoDowngrade = Info(
        "RT1205",
        "A revision cannot be undone",
        "'{0}' has no Downgrade, so `retort downgrade` stops before it. Override Downgrade if there is a way back."
    );

    public static readonly DiagnosticDescriptor RevisionNotRun = Error(
        "RT1206",
        "A class with [Revision] cannot be run",
        "'{0}' cannot be run as a revision: {1}"
    );

    public static readonly DiagnosticDescriptor ComputedArgument = Error(
        "RT1207",
        "An argument that makes the version history is no string literal",
        "The version history is read from the source text, without a build: write the value of '{0}' as a string literal"
    );

    public static readonly DiagnosticDescriptor UnusableName = Error(
        "RT1208",
        "An id or a branch label cannot be used",
        "The {0} '{1}' cannot be used. {2}."
    );

    public static readonly DiagnosticDescriptor DuplicateLabel = Error(
        "RT1209",
        "A branch label is taken",
        "'{0}' is a name of '{1}' already. Revisions that follow that one carry its label by themselves; give another branch another label."
    );

    public static readonly DiagnosticDescriptor SeveralEnvironments = Error(
        "RT1210",
        "Two environment classes are for one section",
        "'{0}' and '{1}' are both environment classes {2}. Keep one, or give each a section of retort.json: [Section(\"billing\")]."
    );

    public static readonly DiagnosticDescriptor EnvironmentNotMade = Warning(
        "RT1211",
        "An environment class cannot be used",
        "'{0}' cannot be the project's environment class: {1}"
    );

    public static IEnumerable<DiagnosticDescriptor> OfModels =>
        [
            LanguageVersion,
            NotPartial,
            NotAModelClass,
            NoKey,
            UnmappedType,
            NoSetter,
            NullableKey,
            KeyType,
            ForeignKeyToNoTable,
            ForeignKeyToManyColumns,
            ForeignKeyType,
            SetNullOnNotNull,
            DuplicateColumn,
            DuplicateTable,
            ConstructorRuns,
            NoTableMember,
            NoConstructor,
            GuidKeyNotSet,
            NowOfAnotherType,
            SameRootNamespace,
            NoVisibleSetter,
            NoSuchProperty,
            NoUpdateMember,
            JsonByReflection,
            JsonWhenTrimmed,
            UnknownToken,
        ];

    public static IEnumerable<DiagnosticDescriptor> OfStatements =>
        [SqlAsCondition, SqlInString, SqlInPattern, SetOfNoColumn];

    public static IEnumerable<DiagnosticDescriptor> OfRevisions =>
        [
            UnknownRevision,
            DuplicateRevision,
            RevisionCycle,
            SeveralHeads,
            NoDowngrade,
            RevisionNotRun,
            ComputedArgument,
            UnusableName,
            DuplicateLabel,
        ];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        New(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        New(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        New(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor New(string id, string title, string message, DiagnosticSeverity severity) =>
        new(
            id,
            title,
            message,
            "Retort",
            severity,
            isEnabledByDefault: true,
            customTags: id is "RT1001" or "RT1014" or "RT1020" or "RT1026" or "RT1210"
                ? [WellKnownDiagnosticTags.CompilationEnd]
                : []
        );
}

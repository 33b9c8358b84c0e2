namespace Retort.Generators;

/// <summary>Full names of what the generator looks for.</summary>
internal static class Names
{
    public const string Table = "Retort.TableAttribute";
    public const string Column = "Retort.ColumnAttribute";
    public const string ColumnOf = "Retort.ColumnAttribute`1";
    public const string Precision = "Retort.PrecisionAttribute";
    public const string Collation = "Retort.CollationAttribute";
    public const string Comment = "Retort.CommentAttribute";
    public const string Computed = "Retort.ComputedAttribute";
    public const string Identity = "Retort.IdentityAttribute";
    public const string Check = "Retort.CheckAttribute";
    public const string PrimaryKey = "Retort.PrimaryKeyAttribute";
    public const string NotMapped = "Retort.NotMappedAttribute";
    public const string Index = "Retort.IndexAttribute";
    public const string Unique = "Retort.UniqueAttribute";
    public const string ForeignKey = "Retort.ForeignKeyAttribute`1";
    public const string Json = "Retort.JsonAttribute`1";
    public const string NamingConvention = "Retort.NamingConventionAttribute";
    public const string OnUpdate = "Retort.OnUpdateAttribute";
    public const string RenamedFrom = "Retort.RenamedFromAttribute";
    public const string ServerDefault = "Retort.ServerDefaultAttribute";

    public const string Key = "System.ComponentModel.DataAnnotations.KeyAttribute";
    public const string Required = "System.ComponentModel.DataAnnotations.RequiredAttribute";
    public const string StringLength = "System.ComponentModel.DataAnnotations.StringLengthAttribute";
    public const string MaxLength = "System.ComponentModel.DataAnnotations.MaxLengthAttribute";
    public const string SchemaNotMapped = "System.ComponentModel.DataAnnotations.Schema.NotMappedAttribute";
    public const string SchemaTable = "System.ComponentModel.DataAnnotations.Schema.TableAttribute";
    public const string EfPrimaryKey = "Microsoft.EntityFrameworkCore.PrimaryKeyAttribute";
    public const string EfPrecision = "Microsoft.EntityFrameworkCore.PrecisionAttribute";
    public const string EfComment = "Microsoft.EntityFrameworkCore.CommentAttribute";
    public const string SchemaColumn = "System.ComponentModel.DataAnnotations.Schema.ColumnAttribute";
    public const string DatabaseGenerated = "System.ComponentModel.DataAnnotations.Schema.DatabaseGeneratedAttribute";

    public const string Revision = "Retort.Migrations.RevisionAttribute";
    public const string Revises = "Retort.Migrations.RevisesAttribute";
    public const string DependsOn = "Retort.Migrations.DependsOnAttribute";
    public const string BranchLabel = "Retort.Migrations.BranchLabelAttribute";
    public const string Section = "Retort.Migrations.SectionAttribute";
    public const string Migration = "Retort.Migrations.Migration";
    public const string MigrationEnvironment = "Retort.Migrations.MigrationEnvironment";

    public const string RetortDialect = "Retort.RetortDialectAttribute";
    public const string RetortTables = "Retort.RetortTablesAttribute";
    public const string RetortRevisions = "Retort.Migrations.RetortRevisionsAttribute";

    public const string TypedTable = "Retort.Table`3";
    public const string Columns = "Retort.IColumns`1";
    public const string Expr = "Retort.Expr`1";

    public const string Converter = "Retort.ConverterAttribute`1";
    public const string ValueConverter = "Retort.ValueConverter`2";
    public const string EnumType = "Retort.EnumType";
    public const string RangeOf = "Retort.RangeOf";
    public const string ArrayOf = "Retort.ArrayOf";
    public const string Timestamp = "Retort.Timestamp";
    public const string SqlRange = "Retort.SqlRange`1";
    public const string Flags = "System.FlagsAttribute";
    public const string EnumMember = "System.Runtime.Serialization.EnumMemberAttribute";

    public const string List = "System.Collections.Generic.List`1";
    public const string Dictionary = "System.Collections.Generic.Dictionary`2";
    public const string JsonNode = "System.Text.Json.Nodes.JsonNode";
}

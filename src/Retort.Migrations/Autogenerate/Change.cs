namespace Retort.Migrations;

/// <summary>A difference between models and database: in words, and as the operation that removes it.</summary>
/// <param name="Phase">When the operation comes.</param>
/// <param name="Operation">What brings the database to the models.</param>
/// <param name="Words">What was detected, in the fixed wording of its kind; nothing where another change says it already.</param>
internal sealed record Change(Phase Phase, Operation Operation, IReadOnlyList<string> Words);

/// <summary>
/// The order of a generated revision: what stands in the way goes first, what others need comes before them, and tables go last.
/// Within a phase tables stand in the order of their foreign keys.
/// </summary>
public enum Phase
{
    /// <summary>What gets another name; all that comes behind knows it by that.</summary>
    Rename,

    /// <summary>What uses tables and goes, or is made anew.</summary>
    DropObjectOfTables,

    /// <summary>Schemas, types and what else tables use.</summary>
    CreateObject,

    /// <summary>Foreign keys that go.</summary>
    DropForeignKey,

    /// <summary>Indexes that go.</summary>
    DropIndex,

    /// <summary>Constraints that go.</summary>
    DropConstraint,

    /// <summary>Columns that go and are computed from others, which may change.</summary>
    DropComputedColumn,

    /// <summary>New tables.</summary>
    CreateTable,

    /// <summary>New columns.</summary>
    AddColumn,

    /// <summary>Columns that change.</summary>
    AlterColumn,

    /// <summary>New columns that are computed from others.</summary>
    AddComputedColumn,

    /// <summary>Columns that go.</summary>
    DropColumn,

    /// <summary>New constraints.</summary>
    AddConstraint,

    /// <summary>New foreign keys.</summary>
    AddForeignKey,

    /// <summary>New indexes.</summary>
    CreateIndex,

    /// <summary>Comments.</summary>
    Comment,

    /// <summary>Tables that go.</summary>
    DropTable,

    /// <summary>What tables used.</summary>
    DropObject,

    /// <summary>What uses tables.</summary>
    CreateObjectOfTables,
}

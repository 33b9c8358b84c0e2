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
internal enum Phase
{
    CreateObject,
    DropForeignKey,
    DropIndex,
    DropConstraint,
    CreateTable,
    AddColumn,
    AlterColumn,
    DropColumn,
    AddConstraint,
    AddForeignKey,
    CreateIndex,
    DropTable,
    CreateObjectOfTables,
}

using FsCheck;
using FsCheck.Fluent;

namespace Retort.Migrations.Tests.Revisions;

/// <summary>What holds for every history, every state of a database and every target.</summary>
[Row("G5.properties")]
public sealed class PlanPropertyTests
{
    [Fact]
    public void An_upgrade_runs_what_is_missing_and_nothing_else() =>
        Holds(world =>
        {
            var steps = world.Upgrade().Steps.Select(step => step.Revision.Id).ToList();
            return steps.ToHashSet().SetEquals(world.Below(world.Target).Except(world.Applied))
                && steps.Count == steps.Distinct().Count();
        });

    [Fact]
    public void An_upgrade_runs_parents_first() =>
        Holds(world =>
            world.Upgrade().Steps.Aggregate(world.Applied, world.Apply).IsSupersetOf(world.Below(world.Target))
        );

    [Fact]
    public void A_downgrade_runs_children_first() =>
        Holds(world => world.DowngradeToBase().Steps.Aggregate(world.Applied, world.Undo).Count == 0);

    [Fact]
    public void The_changes_of_rows_lead_to_the_heads_of_what_is_applied() =>
        Holds(world =>
        {
            var upgrade = world.Upgrade();
            var downgrade = world.DowngradeToBase();
            return world.Replay(upgrade.Steps).SequenceEqual(upgrade.Rows)
                && upgrade.Rows.SequenceEqual(world.Tips(world.Applied.Union(world.Below(world.Target))))
                && world.Replay(downgrade.Steps).SequenceEqual(downgrade.Rows)
                && downgrade.Rows.Count == 0;
        });

    [Fact]
    public void Undoing_what_was_just_applied_restores_the_rows() =>
        Holds(world =>
            world.Next() is not { } next || world.Undone(next).SequenceEqual(world.Rows.Order(StringComparer.Ordinal))
        );

    [Fact]
    public void Stamping_leaves_the_rows_that_running_leaves() =>
        Holds(world =>
            world.Applied.Contains(world.Target)
            || StampPlan.Create(world.Graph, world.Rows, world.Target).Rows.SequenceEqual(world.Upgrade().Rows)
        );

    [Fact]
    public void A_stamp_changes_rows_that_are_there() =>
        Holds(world =>
        {
            var plan = StampPlan.Create(world.Graph, world.Rows, world.Target);
            return world.Replay(plan.Steps.SelectMany(step => step.Changes)).SequenceEqual(plan.Rows);
        });

    [Fact]
    public void Planning_again_gives_the_same_whatever_the_order_of_the_rows() =>
        Holds(world =>
            world.Upgrade().Run() == UpgradePlan.Create(world.Graph, world.Rows.Reverse(), world.Target).Run()
            && world.DowngradeToBase().Run() == DowngradePlan.Create(world.Graph, world.Rows.Reverse(), "base").Run()
        );

    private static void Holds(Func<World, bool> property) =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNegativeInt[]>(),
                choices =>
                    property(new World([.. choices.Select(choice => choice.Get)]))
                        .Label(new World([.. choices.Select(choice => choice.Get)]).ToString())
            )
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300).WithEndSize(60));
}

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

    [Fact]
    public void Several_targets_are_all_reached_unless_one_is_on_the_way_to_another() =>
        Holds(world =>
        {
            if (world.Tips(world.Targets.SelectMany(target => world.Below(target))).Length < world.Targets.Length)
                return Refused("RT0542", () => UpgradePlan.Create(world.Graph, world.Rows, world.Targets));
            var plan = UpgradePlan.Create(world.Graph, world.Rows, world.Targets);
            return plan.Steps.Aggregate(world.Applied, world.Apply)
                    .SetEquals(world.Applied.Union(world.Below(world.Targets)))
                && world.Replay(plan.Steps).SequenceEqual(plan.Rows);
        });

    [Fact]
    public void A_downgrade_to_any_revision_undoes_what_is_above_it_and_nothing_else() =>
        Holds(world =>
        {
            var unwanted = world.Above(world.Target).Intersect(world.Applied).ToHashSet();
            if (unwanted.Count == 0 && !world.Rows.Contains(world.Target))
                return Refused("RT0549", () => DowngradePlan.Create(world.Graph, world.Rows, world.Target));
            var plan = DowngradePlan.Create(world.Graph, world.Rows, world.Target);
            var left = plan.Steps.Aggregate(world.Applied, world.Undo);
            return left.SetEquals(world.Applied.Except(unwanted))
                && plan.Rows.SequenceEqual(world.Tips(left))
                && world.Replay(plan.Steps).SequenceEqual(plan.Rows);
        });

    [Fact]
    public void A_run_that_ended_anywhere_goes_on_with_the_rest() =>
        Holds(world =>
        {
            var whole = world.Upgrade();
            return Enumerable
                .Range(0, whole.Steps.Count)
                .All(done =>
                {
                    var rest = UpgradePlan.Create(world.Graph, world.Replay(whole.Steps.Take(done)), world.Target);
                    return rest.Rows.SequenceEqual(whole.Rows)
                        && rest.Steps.Select(step => step.Revision)
                            .ToHashSet()
                            .SetEquals(whole.Steps.Skip(done).Select(step => step.Revision));
                });
        });

    [Fact]
    public void Stamping_the_heads_leaves_the_rows_that_going_there_leaves() =>
        Holds(world =>
            StampPlan
                .Create(world.Graph, world.Rows, "heads")
                .Rows.SequenceEqual(UpgradePlan.Create(world.Graph, world.Rows, "heads").Rows)
        );

    [Fact]
    public void A_label_means_the_revision_that_declares_it() =>
        Holds(world =>
            world
                .Graph.Revisions.Where(revision => revision.BranchLabels.Count > 0)
                .All(revision =>
                    world.Graph.Upgrade("", revision.BranchLabels[0]) == world.Graph.Upgrade("", revision.Id)
                    && world.Graph.Resolve($"{revision.BranchLabels[0]}@heads").Ids()
                        == world.Graph.Resolve($"{revision.Id}@heads").Ids()
                )
        );

    [Fact]
    public void A_range_has_both_ends_and_what_is_between() =>
        Holds(world =>
        {
            var range = RevisionRange.Parse($"{world.Targets[0]}:{world.Target}");
            var above = world.Graph.Resolve(world.Targets[0]).Single();
            if (!IsBelow(world.Graph, above, world.Target))
                return Refused("RT0551", () => range.In(world.Graph, []));
            var found = range.In(world.Graph, []).Select(revision => revision.Id).ToHashSet();
            return found.IsSupersetOf([world.Target, world.Targets[0]]) && found.IsSubsetOf(world.Below(world.Target));
        });

    private static bool IsBelow(RevisionGraph graph, Revision revision, string target) =>
        revision.Id == target || graph.Children(revision.Id).Any(child => IsBelow(graph, child, target));

    private static bool Refused(string code, Action action) => Assert.Throws<RevisionException>(action).Code == code;

    private static void Holds(Func<World, bool> property) =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNegativeInt[]>(),
                choices =>
                    property(new World([.. choices.Select(choice => choice.Get)]))
                        .Label(new World([.. choices.Select(choice => choice.Get)]).ToString())
            )
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300).WithEndSize(60));
}

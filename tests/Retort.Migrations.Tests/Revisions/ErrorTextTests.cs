namespace Retort.Migrations.Tests.Revisions;

/// <summary>Each error that Alembic has about identifiers and graphs, and what is said here instead: what, where, and what to type.</summary>
[Row("G5.error-texts")]
public sealed class ErrorTextTests
{
    private const string Fork = "a|b < a|c1 < b #one|d1 < c1|c2 < b #two|d2 < c2";
    private const string Long = "3f2a9c1b7d04|3f2b77aa01de < 3f2a9c1b7d04 #shop";

    /// <summary>Alembic's text, a history, what is asked of it, and the message and the hint.</summary>
    public static TheoryData<string, string, string, string, string> Texts =>
        new()
        {
            {
                "Can't locate revision identified by 'x' (unknown)",
                Long,
                "upgrade shpo",
                "There is no revision or branch label 'shpo'.",
                "Did you mean 'shop'?"
            },
            {
                "Can't locate revision identified by 'current'",
                Long,
                "upgrade current",
                "There is no revision or branch label 'current'.",
                "'current' is known to `retort show`, `retort edit` and `retort history -r`; here type an id, head, +1 or -1."
            },
            {
                "Can't locate revision identified by 'x' (ambiguous)",
                Long,
                "upgrade 3f2",
                "'3f2' is the beginning of 2 names: '3f2a9c1b7d04', '3f2b77aa01de'.",
                "Type more of it, or say on which branch: label@3f2"
            },
            {
                "No such branch: 'x'",
                Long,
                "upgrade sop@head",
                "There is no branch 'sop': neither a label nor a revision has that name.",
                "Did you mean 'shop'?"
            },
            {
                "Revision r is not a member of branch 'x'",
                Fork,
                "upgrade one@d2",
                "Revision 'd2' is neither before nor after the revision of branch 'one'.",
                "Leave out 'one@', or name a revision of that branch; its last one is one@head."
            },
            {
                "Multiple head revisions are present for given argument 'head'",
                Fork,
                "upgrade head",
                "'head' means one revision, but there are 2:/  d1 (versions/d1.cs:8)/  d2 (versions/d2.cs:10)",
                "Name one of them, or its branch (d1@head), or say 'heads' for all."
            },
            {
                "Requested revision X overlaps with other requested revisions Y",
                Fork,
                "upgrade d1 b",
                "The target 'b' is on the way to another one of 'd1', 'b'.",
                "Leave out 'b'."
            },
            {
                "Destination X is not a valid downgrade target from current head(s)",
                Fork,
                "downgrade d2 from d1",
                "'d2' is not below 'd1', which the database is at.",
                "A downgrade goes to a revision that is applied; `retort upgrade` goes forward, `retort current` shows where the database is."
            },
            {
                "Relative revision +5 didn't produce 5 migrations",
                Fork,
                "upgrade +5 from c1",
                "'+5' goes 5 steps up from 'c1', but there is only 1.",
                "'head' goes to the end of a branch, 'heads' to all ends."
            },
            {
                "Relative revision -1 didn't produce 1 migrations (upgrade)",
                Fork,
                "upgrade -1 from c1",
                "'-1' leads nowhere that upgrade goes.",
                "An upgrade takes +n; `retort downgrade -n` goes back."
            },
            {
                "Relative revision -9 didn't produce 9 migrations",
                Fork,
                "downgrade -9 from c1",
                "'-9' goes 9 steps down from 'c1', but there are only 3.",
                "'base' goes back to the beginning."
            },
            {
                "Walked too far",
                Fork,
                "downgrade c1-9 from d1",
                "'c1-9' goes 9 steps down from 'c1', but there are only 3.",
                "'base' goes back to the beginning."
            },
            {
                "Ambiguous walk",
                Fork,
                "upgrade +1 from b",
                "'+1' can go on from 'b' to any of 'c1', 'c2'.",
                "Say which branch: c1@+1"
            },
            {
                "Ambiguous upgrade from multiple current revisions",
                Fork,
                "upgrade +1 from c1 c2",
                "'+1' can start at any of 'c1', 'c2', which the database has.",
                "Say which: one@+1"
            },
            {
                "AssertionError (nothing applied)",
                Fork,
                "downgrade two@-1 from d1",
                "Nothing of the branch 'two' alone is applied, so 'two@-1' has no start.",
                "`retort current` shows what is applied."
            },
            {
                "History range requires [start]:[end], [start]:, or :[end]",
                Fork,
                "history b",
                "'b' is not the form of a range.",
                "Type START:END, START: or :END; both ends are included. An end is a revision, current, or steps from the other end: -2:current, current:+1."
            },
            {
                "Requested range a:b does not refer to ancestor/descendant revisions along the same branch",
                Fork,
                "history d1:d2",
                "In 'd1:d2' no way leads up from 'd1' to 'd2': they are on different branches, or stand the other way round.",
                "A range begins with the older revision; `retort history` lists the newest first."
            },
            {
                "Revision X is present more than once",
                "a|b < a|b",
                "history",
                "Two revisions have the id 'b':/  b (versions/b.cs:6)/  b (versions/b.cs:7)",
                "Give the newer one an id of its own, also in the [Revises] of what follows it; or delete one of the files if it is a copy."
            },
            {
                "Revision X referenced from Y is not present (KeyError)",
                "3f2a9c1b7d04|b < 3f2a9c1d7b04",
                "history",
                "Revision 'b' (versions/b.cs:6) follows '3f2a9c1d7b04', but there is no such revision.",
                "Did you mean '3f2a9c1b7d04'?"
            },
            {
                "Revision X referenced from Y is not present (dependency)",
                "a|b ~ 77aa01de9b1c",
                "history",
                "Revision 'b' (versions/b.cs:6) depends on '77aa01de9b1c', but there is no revision or branch label of that name.",
                "Bring back the file of '77aa01de9b1c' from version control, or correct [DependsOn]."
            },
            {
                "Self-loop is detected in revisions",
                "a|b < b",
                "history",
                "Revision 'b' (versions/b.cs:6) follows or depends on itself.",
                "Correct a [Revises] or [DependsOn] among them: one of them must not name a revision that comes after it."
            },
            {
                "Cycle is detected in revisions",
                "b < c|c < b",
                "history",
                "Each of these revisions comes before the next, and the last before the first:/  b (versions/b.cs:5)/  c (versions/c.cs:6)",
                "Correct a [Revises] or [DependsOn] among them: one of them must not name a revision that comes after it."
            },
            {
                "Branch name 'x' in revision a already used by revision b",
                "a #red|b < a #red",
                "history",
                "The branch label 'red' is declared by two revisions:/  a (versions/a.cs:5)/  b (versions/b.cs:6)",
                "Revisions that follow a label's revision carry it by themselves: keep [BranchLabel] on the first one, and give the other branch another label."
            },
            {
                "Character(s) '-' not allowed in revision identifier 'a-b'",
                "a-b",
                "history",
                "The revision id 'a-b' (versions/a-b.cs:5) is not made of 1 to 32 letters, digits and underscores.",
                "Give the revision another id, such as 12 hexadecimal digits."
            },
            {
                "Can't locate revision identified by 'gone' (in the database)",
                Fork,
                "upgrade heads from gone",
                "The database is at revision 'gone', but no file declares it. Nothing was changed.",
                "Bring back the file of 'gone' from version control, or use the project and database that belong together. If the file is gone for good, type `retort stamp --purge ID`, which sets the version rows and changes nothing else; then `retort check` shows what 'gone' has left behind."
            },
        };

    [Theory, MemberData(nameof(Texts))]
    public void An_error_of_alembic_says_more_here(
        string alembic,
        string history,
        string asked,
        string message,
        string hint
    )
    {
        var error = Assert.Throws<RevisionException>(() => Ask(history.Split('|'), asked));
        Assert.Equal((message, hint), (error.Message.ReplaceLineEndings("/"), error.Hint));
        Assert.NotEqual(alembic, error.Message);
    }

    private static void Ask(string[] history, string asked)
    {
        var graph = Graphs.Of(history);
        var (what, rows) = asked.Split(" from ") is [var before, var after] ? (before, after) : (asked, "");
        switch (what.Split(' '))
        {
            case ["upgrade", .. var targets]:
                graph.Upgrade(rows, targets);
                break;
            case ["downgrade", var target]:
                graph.Downgrade(rows, target);
                break;
            case ["history", var range]:
                RevisionRange.Parse(range).In(graph, []);
                break;
        }
    }
}

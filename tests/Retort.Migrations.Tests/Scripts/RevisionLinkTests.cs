namespace Retort.Migrations.Tests.Scripts;

/// <summary>An id in the text of a file stands for others, and nothing else in it changes.</summary>
public sealed class RevisionLinkTests
{
    [Theory, Row("G9.relink-text")]
    [InlineData("[Revises(\"b2\")]\n", "a1", "[Revises(\"a1\")]\n")]
    [InlineData("[Revises( /* one */ \"b2\" ) ]\n", "a1", "[Revises( /* one */ \"a1\" ) ]\n")]
    [InlineData("[Revises(\"b2\")]\n", "a1 a2", "[Revises(\"a1\", \"a2\")]\n")]
    [InlineData("[Revises(\"x1\",\n    \"b2\")]\n", "a1", "[Revises(\"x1\",\n    \"a1\")]\n")]
    [InlineData("[Revises(\"x1\", \"b2\")]\n", "x1", "[Revises(\"x1\")]\n")]
    [InlineData("[Revises(\"b2\", \"x1\")]\n", "", "[Revises(\"x1\")]\n")]
    [InlineData("[Revises(\"b2\")]\n", "", "")]
    [InlineData("  [Retort.Migrations.RevisesAttribute(@\"b2\")]  \r\n", "", "")]
    [InlineData("[Revises(\"b2\"), Obsolete]\n", "", "[Obsolete]\n")]
    [InlineData("[Obsolete, Revises(\"b2\")]\n", "", "[Obsolete]\n")]
    [InlineData("[DependsOn(\"b2\")] /* kept */\n", "", " /* kept */\n")]
    public void Literals_are_replaced_in_place(string attribute, string others, string expected)
    {
        const string Before = "using Retort.Migrations;\n\n[Revision(\"c3\")]\n";
        const string After = "class C : Migration\n{\n    // [Revises(\"b2\")]\n    string text = \"b2\";\n}\n";
        var text = Before + attribute + After;
        var link = Assert.Single(Assert.Single(RevisionScanner.Parse("c3.cs", text)).Links);

        var changed = link.Replace(text, "b2", others.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(Before + expected + After, changed);
        RevisionScanner.Parse("c3.cs", changed);
    }
}

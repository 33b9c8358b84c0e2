using System.Diagnostics;

namespace Retort.Migrations.Tests.Scripts;

[Row("G10.scan")]
public sealed class RevisionScannerTests
{
    private const string Generated = """
        using Retort.Migrations;

        namespace HeroApp.Migrations;

        /// <summary>create heroes</summary>
        [Revision("3f2a9c1b7d04", Message = "create \"heroes\"", Created = "2026-11-21T10:00:00Z")]
        [Revises("9b1c77aa01de", "77aa01de9b1c")]
        [BranchLabel("app")]
        [BranchLabel("web")]
        [DependsOn("1c77aa01de9b")]
        public sealed class CreateHeroes3f2a9c1b7d04 : Migration
        {
            public override void Upgrade(Operations op) => op.Execute("[Revision(\"no\")] class");
        }
        """;

    [Fact]
    public void A_generated_file_gives_its_revision()
    {
        var script = Assert.Single(RevisionScanner.Parse("versions/a.cs", Generated));
        var revision = script.Revision;
        Assert.Equal(("3f2a9c1b7d04", "create \"heroes\""), (revision.Id, revision.Message));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), revision.Created);
        Assert.Equal(["9b1c77aa01de", "77aa01de9b1c"], revision.DownRevisions);
        Assert.Equal(["app", "web"], revision.BranchLabels);
        Assert.Equal(["1c77aa01de9b"], revision.DependsOn);
        Assert.Equal(new SourceLocation("versions/a.cs", 6), revision.Location);
        Assert.Equal("CreateHeroes3f2a9c1b7d04", script.ClassName);
    }

    [Theory]
    [InlineData("""[Revision("a")] class X : Migration { }""")]
    [InlineData("""[RevisionAttribute(id: "a")] public sealed partial class X;""")]
    [InlineData("""[global::Retort.Migrations.Revision(@"a"), Obsolete("because, of ]")] class X : Migration;""")]
    [InlineData(""""[Revision("""a""")] class X<T>() : global::Retort.Migrations.Migration where T : class { }"""")]
    [InlineData("""[assembly: Revision("b")] [type: Revision("a")] class X : Migration { }""")]
    [InlineData("""namespace A { class Outer { [Serializable][Revision("a")] private class X : Migration { } } }""")]
    [InlineData("""abstract class Base : Migration; [Revision("a")] class X : Base { }""")]
    [InlineData("""[Revises("r")] [Revision("a")] class X : Migration { }""")]
    [InlineData(
        """class Y { void M<T>() where T : class { } int[] F() => [1, 2]; } [Revision("a")] class X : Migration { }"""
    )]
    [InlineData(
        """class Y { void M<T, U>() where T : class where U : Migration { } } [Revision("a")] class X : Migration { }"""
    )]
    [InlineData("#if NEVER\nit's not there;\n#endif\n[Revision(\"a\")] /* c */ class // d\n X : Migration { }")]
    [InlineData("\uFEFF[Revision(\"a\")] class X : Migration { }")]
    [InlineData("""[Revision("a")] partial class X; partial class X : Migration { }""")]
    public void A_revision_is_found_in_any_form(string text)
    {
        var script = Assert.Single(RevisionScanner.Parse("a.cs", text));
        Assert.Equal(("a", "X"), (script.Revision.Id, script.ClassName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("// [Revision(\"a\")] class X : Migration { }")]
    [InlineData("class Helper { [Fact] void M() { } }")]
    [InlineData("abstract class AppMigration : Migration { }")]
    [InlineData("record class R(int A); interface I<T> where T : class;")]
    public void Other_files_give_nothing(string text) => Assert.Empty(RevisionScanner.Parse("a.cs", text));

    [Fact]
    public void A_file_may_hold_several() =>
        Assert.Equal(
            ["a", "b"],
            RevisionScanner
                .Parse(
                    "a.cs",
                    """[Revision("a")] class A : Migration { } [Revision("b")] [Revises("a")] class B : Migration { }"""
                )
                .Select(script => script.Revision.Id)
        );

    [Theory]
    [InlineData(
        "[Revision(Ids.First)] class X : Migration { }",
        11,
        "the revision's id as a string literal, found: Ids.First)] class X : Migratio…"
    )]
    [InlineData("[Revision(\"a\" + \"b\")] class X : Migration { }", 15, ", or ), found: + \"b\")]")]
    [InlineData("[Revision($\"a\")] class X : Migration { }", 11, "the revision's id as a string literal")]
    [InlineData("[Revision] class X : Migration { }", 10, "( and the revision's id")]
    [InlineData("[Revision(\"a\", Mesage = \"b\")] class X : Migration { }", 16, "Message = \"…\" or Created = \"…\"")]
    [InlineData("[Revision(\"a\", Message = null)] class X : Migration { }", 26, "the message as a string literal")]
    [InlineData("[Revision(\"a\", Created = \"yesterday\")] class X : Migration { }", 26, "a date such as")]
    [InlineData("[Revision(\"a\")] [Revises(nameof(Y))] class X : Migration { }", 26, "an id as a string literal")]
    [InlineData("[Revision(\"a\")] [Revises(\"b\" \"c\")] class X : Migration { }", 30, ", or )")]
    [InlineData("[Revision(\"a\")] class X { }", 24, ": Migration after the name")]
    [InlineData("[Revises(\"a\")] class X : Migration { }", 9, "[Revision(\"…\")] on the same class")]
    [InlineData("public class X : Migration { }", 14, "[Revision(\"…\")] before a class")]
    [InlineData("[Revision(\"a\"", 14, ", or )")]
    [InlineData("[Revision(\"a\")", 15, "one of , ]")]
    [InlineData("[Revision(\"a\")] class X", 24, "one of : { ;")]
    public void What_cannot_be_read_is_an_error_with_its_place(string text, int column, string expected)
    {
        var error = Assert.Throws<ScriptException>(() => RevisionScanner.Parse("versions/a.cs", "\r\n" + text));
        Assert.Equal((2, column), (error.Line, error.Column));
        Assert.StartsWith($"versions/a.cs:2:{column}: expected {expected}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_is_the_same_with_other_line_endings_and_a_byte_order_mark()
    {
        var hash = RevisionScanner.Parse("a.cs", Generated)[0].ContentHash;
        Assert.Equal(
            hash,
            RevisionScanner.Parse("a.cs", "\uFEFF" + Generated.ReplaceLineEndings("\r\n"))[0].ContentHash
        );
        Assert.NotEqual(hash, RevisionScanner.Parse("a.cs", Generated + " ")[0].ContentHash);
    }

    [Fact]
    public void The_hash_is_sha_256_of_utf_8() =>
        Assert.Equal("edd3a863872a04239eb29ad4bc12fc892b3d4ae57cc7e786a3697816f8e141c2", ContentHash.Of("\uFEFFé\r\n"));

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    [InlineData("\r", true)]
    [InlineData("\n\n", false)]
    public void A_text_is_what_was_compiled_whatever_its_line_ends(string lineEnd, bool isSame)
    {
        var hash = ContentHash.Of(Generated);
        var script = RevisionScanner.Parse("a.cs", "\uFEFF" + Generated.ReplaceLineEndings(lineEnd))[0];
        Assert.Equal(isSame, script.Has(hash, fingerprint: null));
        Assert.Equal(isSame, script.Has(hash, ContentFingerprint.Of(Generated)));
    }

    [Fact]
    public void A_folder_is_read_with_those_below_it_by_path()
    {
        using var folder = new TemporaryFolder();
        folder.Write("versions/b.cs", """[Revision("b")] class B : Migration { }""");
        folder.Write("versions/2026/a.cs", """[Revision("a")] class A : Migration { }""");
        folder.Write("versions/notes.txt", "[Revision(");
        Assert.Equal(["a", "b"], RevisionScanner.Scan(folder.PathOf("versions")).Select(script => script.Revision.Id));
        Assert.Empty(RevisionScanner.Scan(folder.PathOf("missing")));
    }

    [Fact]
    public void Of_several_files_that_do_not_parse_the_first_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.cs", "[Revision(1)]");
        folder.Write("a.cs", "[Revision(2)]");
        Assert.Equal(
            folder.PathOf("a.cs"),
            Assert.Throws<ScriptException>(() => RevisionScanner.Scan(folder.Path)).Path
        );
    }

    [Fact]
    public void A_file_that_is_not_utf_8_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.PathOf("a.cs"), [(byte)'/', (byte)'/', 0xE9]);
        Assert.Equal("RT0602", Assert.Throws<ScriptException>(() => RevisionScanner.Scan(folder.Path)).Code);
    }

    [Fact]
    public void Ten_thousand_revisions_take_no_seconds()
    {
        var texts = Enumerable
            .Range(0, 10_000)
            .Select(n => Generated.Replace("3f2a9c1b7d04", $"r{n}", StringComparison.Ordinal))
            .ToList();
        var watch = Stopwatch.StartNew();
        Assert.Equal(10_000, texts.SelectMany(text => RevisionScanner.Parse("a.cs", text)).Count());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Migrations.Tests.Scripts;

[Row("G10.scan")]
public sealed class CSharpLexerTests
{
    public static TheoryData<string> Folders => ["src", "tests"];

    [Theory, MemberData(nameof(Folders))]
    public void Every_file_of_this_repository_has_the_strings_that_the_compiler_sees(string folder)
    {
        foreach (var file in Repository.SourcesIn(folder).Where(HasNoConditions))
            Assert.Equal((file, Compiled(File.ReadAllText(file))), (file, Lexed(File.ReadAllText(file))));
    }

    [Theory]
    [InlineData(""" "\"\\\t\u00e9\x41\U0001F600\e" """)]
    [InlineData(""" @"c:\dir ""x"" " """)]
    [InlineData("\"\"\"  one \" two  \"\"\"")]
    [InlineData("\"\"\"\n    one\n      two\n\n    \"three\"\n    \"\"\"")]
    [InlineData("\"\"\"\"\r\n\t\"\"\"\r\n\t\"\"\"\"")]
    [InlineData(""" "" + "" """)]
    [InlineData(""" '"' + "a" + '\'' + '\\' + "b" """)]
    [InlineData(""" /* " */ "a" // "b" """)]
    [InlineData("#region it's \"\n\"a\"")]
    public void A_string_means_what_the_compiler_says(string text) => Assert.Equal(Compiled(text), Lexed(text));

    [Theory]
    [InlineData(""" $"a{"b"}c" + "d" """)]
    [InlineData(""" $"{{" + "d" """)]
    [InlineData(""" $"{x:yyyy-MM-dd'T'"}" + "d" """)]
    [InlineData(""" $"{(a ? "b" : "c")}" + "d" """)]
    [InlineData(""" $"{global::A.B("}")}" + "d" """)]
    [InlineData(""" $@"\{"x"}""{y}" + "d" """)]
    [InlineData(""" @$"\" + "d" """)]
    [InlineData(""" $"{f(new { A = "}" })}" + "d" """)]
    [InlineData(""" $"{x /* } " */ }" + "d" """)]
    [InlineData("$\"\"\"{\"x\"} \" \"\"\" + \"d\"")]
    [InlineData("$$\"\"\"{no} {{\"x\"}} {{{y}}} \"\"\" + \"d\"")]
    [InlineData("$\"{$\"{$\"{\"x\"}\"}\"}\" + \"d\"")]
    public void A_string_with_holes_ends_where_it_ends(string text) => Assert.Equal("d", Lexed(text));

    [Theory]
    [InlineData("a \"b\nc", 1, 3, "a \" at the end of this string")]
    [InlineData("\n  @\"b\n", 2, 4, "a \" at the end of this string")]
    [InlineData("\"\"\" a\n\"\"", 1, 1, "\"\"\" at the end of this string")]
    [InlineData("x\r\n /* a", 2, 2, "*/ at the end of this comment")]
    [InlineData("$\"{a", 1, 3, "a } for this {")]
    [InlineData("$\"{a:b", 1, 3, "a } for this {")]
    public void What_does_not_end_is_an_error_at_its_beginning(string text, int line, int column, string expected)
    {
        var error = Assert.Throws<ScriptException>(() => Lexed(text));
        Assert.Equal(("RT0601", line, column), (error.Code, error.Line, error.Column));
        Assert.Contains("expected " + expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\\q\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\UFFFFFFFF\"")]
    [InlineData("\"\"\"a\nb\"\"\"")]
    [InlineData("\"\"\"\n  a\n b\n  \"\"\"")]
    public void A_string_that_means_nothing_is_an_error(string text) =>
        Assert.Throws<ScriptException>(() => Lexed(text));

    /// <summary>The scanner reads both sides of an #if, the compiler one.</summary>
    private static bool HasNoConditions(string file) =>
        !File.ReadLines(file).Any(line => line.StartsWith("#if", StringComparison.Ordinal));

    /// <summary>The values of the string literals outside of interpolated strings, one a line.</summary>
    private static string Lexed(string text)
    {
        var source = new SourceText("a.cs", text);
        var lexer = new CSharpLexer(source);
        var values = new List<string>();
        for (var token = lexer.Next(); token.Kind is not CSharpTokenKind.End; token = lexer.Next())
            if (token.Kind is CSharpTokenKind.String)
                values.Add(CSharpLiteral.Read(source, token));
        return string.Join('\n', values);
    }

    private static string Compiled(string text) =>
        string.Join(
            '\n',
            CSharpSyntaxTree
                .ParseText(text, new CSharpParseOptions(LanguageVersion.Preview))
                .GetRoot(TestContext.Current.CancellationToken)
                .DescendantTokens(node => !node.IsKind(SyntaxKind.InterpolatedStringExpression))
                .Where(token =>
                    token.Kind().ToString() is var kind
                    && kind.Contains("String", StringComparison.Ordinal)
                    && kind.EndsWith("LiteralToken", StringComparison.Ordinal)
                )
                .Select(token => token.ValueText)
        );
}

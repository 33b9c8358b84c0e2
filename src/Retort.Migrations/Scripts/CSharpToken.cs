namespace Retort.Migrations;

internal enum CSharpTokenKind
{
    End,

    /// <summary>Also keywords; <c>@class</c> is an identifier with its sign.</summary>
    Word,
    Number,
    Character,

    /// <summary>A string literal without holes: regular, verbatim or raw.</summary>
    String,
    InterpolatedString,

    /// <summary>One character of punctuation; <c>=></c> is two.</summary>
    Sign,
}

/// <summary>A piece of C# text, as a range of it.</summary>
internal readonly record struct CSharpToken(CSharpTokenKind Kind, int Start, int End);

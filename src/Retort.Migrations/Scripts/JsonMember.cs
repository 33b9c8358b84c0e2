namespace Retort.Migrations;

/// <summary>A member of a JSON object, or an item of a list, and where it is, so that an error can say it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Parent">What it is in, as an error names it; null for a member of the outermost object.</param>
/// <param name="Key">The name alone; <c>[0]</c> for an item.</param>
/// <param name="Value">A string, an int, a bool, <see cref="JsonMembers"/>, <see cref="JsonItems"/>; null for anything else.</param>
internal sealed record JsonMember(string Path, int Line, int Column, string? Parent, string Key, object? Value)
{
    public const string TextForm = "a text that is not empty";
    public const string TextsForm = "a list of texts that are not empty";
    public const string FlagForm = "true or false";

    /// <summary>As an error names it: <c>hooks[0].run</c>.</summary>
    public string Name =>
        Parent is null ? Key
        : Key.StartsWith('[') ? Parent + Key
        : $"{Parent}.{Key}";

    public static string NumberForm(int least, int most) => $"a whole number from {least} to {most}";

    public static string ChoiceForm(IReadOnlyList<string> choices) =>
        $"{string.Join(", ", choices.SkipLast(1).Select(each => $"'{each}'"))} or '{choices[^1]}'";

    /// <exception cref="ScriptException">It is something else, or empty.</exception>
    public string Text() => Value is string { Length: > 0 } text ? text : throw Wrong(TextForm);

    /// <exception cref="ScriptException">It is something else, or out of range.</exception>
    public int Number(int least, int most) =>
        Value is int number && number >= least && number <= most ? number : throw Wrong(NumberForm(least, most));

    /// <exception cref="ScriptException">It is something else.</exception>
    public bool Flag() => Value is bool flag ? flag : throw Wrong(FlagForm);

    /// <exception cref="ScriptException">It is none of them.</exception>
    public string Choice(IReadOnlyList<string> choices) =>
        Value is string text && choices.Contains(text)
            ? text
            : throw Wrong(ChoiceForm(choices), Spelling.DidYouMean(Value as string ?? "", choices));

    /// <exception cref="ScriptException">It is no list, is empty, or has something else in it.</exception>
    public IReadOnlyList<string> Texts() => [.. Items(TextsForm).Select(item => item.Text())];

    /// <exception cref="ScriptException">It is no list, or is empty.</exception>
    public IReadOnlyList<JsonMember> Items(string form) =>
        Value is JsonItems { All: { Count: > 0 } all } ? all : throw Wrong(form);

    /// <exception cref="ScriptException">It is no object.</exception>
    public IReadOnlyList<JsonMember> Members(string form) =>
        Value is JsonMembers { All: var all } ? all : throw Wrong(form);

    public ScriptException Wrong(string expected, string? hint = null) =>
        ScriptException.WrongSetting(Path, Line, Column, Name, expected, hint);
}

/// <summary>The members of an object, in the order of the text.</summary>
internal sealed record JsonMembers(IReadOnlyList<JsonMember> All);

/// <summary>The items of a list.</summary>
internal sealed record JsonItems(IReadOnlyList<JsonMember> All);

namespace Retort;

/// <summary>One part of a primary key: what a key column can hold, and nothing else.</summary>
public readonly record struct Key
{
    private readonly Guid _guid;
    private readonly long _number;
    private readonly string? _text;

    private Key(Guid guid, long number, string? text, KeyKind kind) =>
        (_guid, _number, _text, Kind) = (guid, number, text, kind);

    private enum KeyKind
    {
        None,
        Guid,
        Number,
        Text,
    }

    private KeyKind Kind { get; }

    /// <summary>An identifier.</summary>
    public static implicit operator Key(Guid value) => new(value, 0, null, KeyKind.Guid);

    /// <summary>A whole number.</summary>
    public static implicit operator Key(long value) => new(default, value, null, KeyKind.Number);

    /// <summary>A text.</summary>
    public static implicit operator Key(string value) => new(default, 0, value, KeyKind.Text);

    /// <summary>The part as an identifier.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public Guid AsGuid() => Kind is KeyKind.Guid ? _guid : throw Wrong("a Guid");

    /// <summary>The part as a whole number of 32 bits.</summary>
    /// <exception cref="ArgumentException">It is something else, or too large.</exception>
    public int AsInt32() => Kind is KeyKind.Number && (int)_number == _number ? (int)_number : throw Wrong("an int");

    /// <summary>The part as a whole number of 64 bits.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public long AsInt64() => Kind is KeyKind.Number ? _number : throw Wrong("a long");

    /// <summary>The part as text.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public string AsString() => Kind is KeyKind.Text ? _text! : throw Wrong("a string");

    /// <summary>The value as a person reads it.</summary>
    public override string ToString() =>
        Kind switch
        {
            KeyKind.Guid => _guid.ToString(),
            KeyKind.Number => _number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            KeyKind.Text => $"\"{_text}\"",
            _ => "(no key)",
        };

    private ArgumentException Wrong(string expected) => new($"The key of this table is {expected}; {this} is none.");
}

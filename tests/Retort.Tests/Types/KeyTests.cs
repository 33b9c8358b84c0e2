namespace Retort.Tests.Types;

/// <summary>What a key can be made of.</summary>
[Row("C3.get")]
public sealed class KeyTests
{
    [Fact]
    public void A_key_is_what_it_was_made_of()
    {
        var id = Guid.NewGuid();
        Assert.Equal(id, ((Key)id).AsGuid());
        Assert.Equal(7, ((Key)7).AsInt32());
        Assert.Equal(long.MaxValue, ((Key)long.MaxValue).AsInt64());
        Assert.Equal("a", ((Key)"a").AsString());
    }

    [Fact]
    public void A_key_of_another_type_says_what_is_expected()
    {
        Assert.Equal(
            "The key of this table is a Guid; \"a\" is none.",
            Assert.Throws<ArgumentException>(() => ((Key)"a").AsGuid()).Message
        );
        Assert.Equal(
            "The key of this table is an int; 9999999999 is none.",
            Assert.Throws<ArgumentException>(() => ((Key)9999999999).AsInt32()).Message
        );
        Assert.Equal(
            "The key of this table is a string; (no key) is none.",
            Assert.Throws<ArgumentException>(() => default(Key).AsString()).Message
        );
    }
}

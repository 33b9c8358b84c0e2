using System.Runtime.CompilerServices;
using static Retort.Ddl;

namespace Retort.Tests.Types;

/// <summary>Each type is written into a revision as the call that makes it.</summary>
public sealed class TypeTextTests
{
    private static (SqlType Type, string Text)[] Calls { get; } =
    [
        Call(Bool()),
        Call(SmallInt()),
        Call(Integer()),
        Call(BigInt()),
        Call(UnsignedBigInt()),
        Call(Real()),
        Call(DoublePrecision()),
        Call(Numeric()),
        Call(Numeric(10, 2)),
        Call(Text()),
        Call(Varchar()),
        Call(Varchar(30)),
        Call(Character(3)),
        Call(Citext()),
        Call(Uuid()),
        Call(Timestamp()),
        Call(Timestamp(timeZone: true)),
        Call(Timestamp(precision: 3)),
        Call(Timestamp(timeZone: true, precision: 0)),
        Call(Date()),
        Call(Time()),
        Call(Time(3)),
        Call(Interval()),
        Call(Blob()),
        Call(Json()),
        Call(Json(binary: false)),
        Call(Xml()),
        Call(Inet()),
        Call(Cidr()),
        Call(MacAddress()),
        Call(TsVector()),
        Call(TsQuery()),
        Call(Bit(8)),
        Call(BitVarying()),
        Call(BitVarying(8)),
        Call(RangeOf(Integer())),
        Call(RangeOf(Timestamp(timeZone: true), multiple: true)),
        Call(ArrayOf(Varchar(5))),
        Call(Enumeration("mood", ["sad", "it's \"ok\""], "app")),
        Call(Unknown("poly\"gon")),
    ];

    [Fact]
    [Row("I1.types")]
    public void A_type_is_written_as_the_call_that_makes_it() =>
        Assert.All(Calls, call => Assert.Equal(call.Text, call.Type.CSharp));

    [Fact]
    [Row("I1.types")]
    public void Every_type_is_among_them() =>
        Assert.Equal(
            typeof(SqlType)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(SqlType)) && !type.IsAbstract)
                .Order(ByName),
            Calls.Select(call => call.Type.GetType()).Distinct().Order(ByName)
        );

    private static Comparer<Type> ByName =>
        Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));

    private static (SqlType, string) Call(SqlType type, [CallerArgumentExpression(nameof(type))] string text = "") =>
        (type, text);
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Retort;

/// <summary>What generated code calls; not meant to be called by hand.</summary>
public static class ModelSupport
{
    /// <summary>An object whose initialisers and constructor have not run; generated code then sets each of its fields.</summary>
    public static E NewUninitialized<
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors
        )]
            E
    >()
        where E : class => (E)RuntimeHelpers.GetUninitializedObject(typeof(E));

    /// <summary>The error of a key with a wrong number of parts.</summary>
    public static ArgumentException WrongKey(string table, int expected, int given) =>
        new($"The key of table '{table}' has {expected} part{(expected == 1 ? "" : "s")}, {given} given.");
}

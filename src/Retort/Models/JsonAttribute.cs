using System.Text.Json.Serialization;

namespace Retort;

/// <summary>The property is a JSON column whose classes are read and written by a source-generated context, and not by reflection.</summary>
/// <typeparam name="TContext">A context with <c>[JsonSerializable(typeof(…))]</c> for each class; its options hold.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonAttribute<TContext> : Attribute
    where TContext : JsonSerializerContext;

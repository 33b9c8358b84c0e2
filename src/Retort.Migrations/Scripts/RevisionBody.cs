namespace Retort.Migrations;

/// <summary>The statements of a revision's method.</summary>
public static class RevisionBody
{
    /// <summary>How many operations a method has at the most. Compilers, that of the running program above all, take far longer for one long method than for many short ones.</summary>
    private const int Most = 200;

    /// <summary>Operations that bring a database forward, each with its warning in front of it.</summary>
    /// <param name="operations">The operations, in order.</param>
    /// <param name="render">Writes an operation in another form, and says whether it did; null: each is written as its own method does.</param>
    public static string Upgrade(
        IEnumerable<Operation> operations,
        Func<Operation, CSharpWriter, bool>? render = null
    ) => Write(operations, render, warns: true);

    /// <summary>Operations that bring it back, without warnings: what goes then is what the upgrade made.</summary>
    /// <inheritdoc cref="Upgrade" path="/param" />
    public static string Downgrade(
        IEnumerable<Operation> operations,
        Func<Operation, CSharpWriter, bool>? render = null
    ) => Write(operations, render, warns: false);

    private static string Write(
        IEnumerable<Operation> operations,
        Func<Operation, CSharpWriter, bool>? render,
        bool warns
    )
    {
        var parts = operations.Chunk(Most).Select(part => Statements(part, render, warns)).ToList();
        return parts.Count > 1 ? InParts(parts) : parts.FirstOrDefault() ?? "";
    }

    private static string Statements(Operation[] operations, Func<Operation, CSharpWriter, bool>? render, bool warns)
    {
        var writer = new CSharpWriter();
        foreach (var operation in operations)
        {
            if (warns && operation.Warning is { } warning)
                writer.Comment(warning);
            if (render?.Invoke(operation, writer) is not true)
                operation.Render(writer);
        }
        return writer.ToString();
    }

    private static string InParts(List<string> parts) =>
        string.Join(
            "\n\n",
            [
                string.Join('\n', parts.Select((_, number) => $"Part{number + 1}(op);")),
                .. parts.Select(
                    (statements, number) =>
                        $"static void Part{number + 1}(Operations op)\n{{\n    {statements.Replace("\n", "\n    ", StringComparison.Ordinal)}\n}}"
                ),
            ]
        );
}

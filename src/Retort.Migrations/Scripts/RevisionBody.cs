namespace Retort.Migrations;

/// <summary>The statements of a revision's method.</summary>
public static class RevisionBody
{
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
}

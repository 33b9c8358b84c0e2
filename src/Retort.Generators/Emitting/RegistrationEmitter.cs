namespace Retort.Generators;

/// <summary>The module initialiser that makes known what an application brings along.</summary>
internal static class RegistrationEmitter
{
    /// <summary>The code; null where there is nothing to register.</summary>
    public static string? Emit(ReferencesModel references)
    {
        if (references.Dialects.IsEmpty)
            return null;
        var code = new CodeWriter();
        code.Write(Text.Header);
        code.Gap();
        code.Write("namespace Retort.Generated;\n");
        code.Block(
            "internal static class Registration",
            () =>
            {
                code.Write("[global::System.Runtime.CompilerServices.ModuleInitializer]");
                code.Block(
                    "internal static void Register()",
                    () =>
                    {
                        foreach (var dialect in references.Dialects)
                            code.Write($"global::Retort.DialectRegistry.Register({dialect}.Instance);");
                    }
                );
            }
        );
        return code.ToString();
    }
}

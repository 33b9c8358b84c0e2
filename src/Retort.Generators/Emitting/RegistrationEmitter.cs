namespace Retort.Generators;

/// <summary>The module initialiser that makes known what an application brings along.</summary>
internal static class RegistrationEmitter
{
    private const string Registry = "global::Retort.Migrations.RevisionRegistry";

    public static string Emit(RegistrationModel registration, ProjectModel project)
    {
        var code = new CodeWriter();
        code.Write(Text.Header);
        code.Gap();
        var isAnnounced = !registration.Revisions.IsEmpty || !registration.Environments.IsEmpty;
        if (isAnnounced)
            code.Write(
                $"[assembly: global::Retort.Migrations.RetortRevisions(typeof(global::{project.GeneratedNamespace}.Registration))]\n"
            );
        code.Write($"namespace {project.GeneratedNamespace};\n");
        code.Write("/// <summary>Makes known what this assembly brings along; called by the run time.</summary>");
        code.Write(
            "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]"
        );
        code.Block(
            $"{Text.Access(isAnnounced)} static class Registration",
            () =>
            {
                code.Write("[global::System.Runtime.CompilerServices.ModuleInitializer]");
                code.Block("internal static void Register()", () => Body(code, registration));
            }
        );
        return code.ToString();
    }

    private static void Body(CodeWriter code, RegistrationModel registration)
    {
        foreach (var dialect in registration.References.Dialects)
            code.Write($"global::Retort.DialectRegistry.Register({dialect}.Instance);");
        foreach (var member in registration.References.Revisions)
            code.Write(
                $"global::System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof({member}).Module.ModuleHandle);"
            );
        foreach (var revision in registration.Revisions)
            Revision(code, revision);
        foreach (var environment in registration.Environments)
            code.Write(
                $"{Registry}.RegisterEnvironment(static () => new {environment.Type}(){(environment.Section is { } section ? $", {Text.Literal(section)}" : "")});"
            );
    }

    private static void Revision(CodeWriter code, RevisionModel revision)
    {
        code.Write($"{Registry}.Register(");
        code.Indented(() =>
        {
            code.Write(
                $"new global::Retort.Migrations.CompiledRevision({Text.Literal(revision.Id)}, {Text.Literal(revision.Hash)}, static () => new {revision.Type}())"
            );
            code.Write("{");
            code.Indented(() =>
            {
                code.Write($"Fingerprint = {revision.Fingerprint},");
                code.Write($"File = {Text.Literal(revision.File)},");
                Property(code, "Section", revision.Section);
                Property(code, "Message", revision.Message);
                Property(code, "Created", revision.Created);
                Property(code, "Parents", revision.Parents);
                Property(code, "DependsOn", revision.DependsOn);
                Property(code, "BranchLabels", revision.BranchLabels);
            });
            code.Write("}");
        });
        code.Write(");");
    }

    private static void Property(CodeWriter code, string name, string? value)
    {
        if (value is not null)
            code.Write($"{name} = {Text.Literal(value)},");
    }

    private static void Property(CodeWriter code, string name, EquatableArray<string> values)
    {
        if (!values.IsEmpty)
            code.Write($"{name} = {Text.Literals(values)},");
    }
}

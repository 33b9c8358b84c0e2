using System.Text.RegularExpressions;

namespace Retort.Migrations;

/// <summary>A text whose placeholders were resolved.</summary>
/// <param name="Value">The text; it may hold a password.</param>
/// <param name="Sources">Where the values came from, such as <c>appsettings.json</c>; none where there was no placeholder.</param>
public sealed record ResolvedText(string Value, IReadOnlyList<string> Sources);

/// <summary>
/// Resolves <c>${NAME}</c> and <c>${Section:Name}</c> as an application would, first match first: environment variables, the project's user
/// secrets (in Development), <c>appsettings.{Environment}.json</c>, <c>appsettings.json</c>, <c>.env</c>. Names ignore case in the files.
/// </summary>
/// <param name="directory">The folder of the files: the project's.</param>
/// <param name="environment">Gives environment variables; null for the process's own.</param>
public sealed partial class Placeholders(string directory, Func<string, string?>? environment = null)
{
    private const string Development = "Development";

    private readonly Func<string, string?> _environment = environment ?? Environment.GetEnvironmentVariable;

    /// <summary><c>DOTNET_ENVIRONMENT</c> or <c>ASPNETCORE_ENVIRONMENT</c>; Development where neither is set, so that nobody reaches production by forgetting it.</summary>
    public string EnvironmentName =>
        Variable("ASPNETCORE_ENVIRONMENT") ?? Variable("DOTNET_ENVIRONMENT") ?? Development;

    /// <summary>Replaces every placeholder.</summary>
    /// <param name="path">The file that has the text, for errors.</param>
    /// <param name="setting">The name of the setting, for errors.</param>
    /// <param name="text">With or without placeholders.</param>
    /// <exception cref="ScriptException">A placeholder is set nowhere, or a file that was looked into is not JSON.</exception>
    public ResolvedText Resolve(string path, string setting, string text)
    {
        if (!text.Contains("${", StringComparison.Ordinal))
            return new(text, []);
        var sources = new List<string>();
        var value = Placeholder.Replace(
            text,
            match =>
            {
                var name = match.Groups["name"].Value;
                var (found, source) =
                    Find(name)
                    ?? throw ScriptException.Unresolved(path, setting, name, Sources.Select(source => source.Name));
                sources.Add(source);
                return found;
            }
        );
        return new(value, [.. sources.Distinct()]);
    }

    [GeneratedRegex(@"\$\{(?<name>[^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }

    /// <summary>The order of precedence.</summary>
    private IEnumerable<(string Name, Func<string, string?> Value)> Sources =>
        [
            ("the environment", name => Variable(name) ?? Variable(VariableName(name))),
            .. EnvironmentName == Development
                ? [("the user secrets", FromUserSecrets)]
                : Array.Empty<(string, Func<string, string?>)>(),
            (
                $"appsettings.{EnvironmentName}.json",
                name => FromJson(InFolder($"appsettings.{EnvironmentName}.json"), name)
            ),
            ("appsettings.json", name => FromJson(InFolder("appsettings.json"), name)),
            (".env", FromDotEnv),
        ];

    private (string Value, string Source)? Find(string name)
    {
        foreach (var (source, value) in Sources)
            if (value(name) is { Length: > 0 } found)
                return (found, source);
        return null;
    }

    private string? Variable(string name) => _environment(name) is { Length: > 0 } value ? value : null;

    private string InFolder(string file) => Path.Combine(directory, file);

    private string? FromUserSecrets(string name) => FromJson(UserSecrets.PathFor(directory, _environment), name);

    private static string? FromJson(string? path, string name)
    {
        if (!File.Exists(path))
            return null;
        using var document = new JsonText(path, SourceText.Read(path).Text).Document();
        return AppSettings.Find(document.RootElement, name);
    }

    private string? FromDotEnv(string name)
    {
        var path = InFolder(".env");
        return File.Exists(path) ? DotEnv.Find(SourceText.Read(path).Text, [name, VariableName(name)]) : null;
    }

    /// <summary>Environment variables have no colons; .NET takes two underscores for one.</summary>
    private static string VariableName(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}

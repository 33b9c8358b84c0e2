using System.Text.Json;

namespace Retort.Migrations;

/// <summary>What <c>retort init</c> writes.</summary>
internal static class InitTexts
{
    /// <summary>Beside the revisions, so that editors need no network.</summary>
    public const string SchemaFile = "retort.schema.json";

    public const string DefaultUrl = "sqlite:///app.db";

    public const string Readme = """
        # Migrations

        The version history of the database. Each file in `versions/` is a revision: how the schema changes, and how to undo it.

        | to do | type |
        |---|---|
        | write a revision from what changed in the models | `retort revision --autogenerate -m "what it does"` |
        | write an empty revision | `retort revision -m "what it does"` |
        | apply all that is missing | `retort upgrade head` |
        | undo the last one | `retort downgrade -1` |
        | see what there is, and what is applied | `retort history`, `retort current` |
        | see whether models and database agree | `retort check` |

        Read what was generated before you apply it; change it as you like. A revision that others have applied stays as it is: write a new one.

        - `Env.cs` says which tables belong to this history.
        - `revision.template` is the text of new revisions.
        - `retort.json`, above, has the database and the other settings; `retort.schema.json` tells editors what it can say.

        """;

    /// <summary>What <c>retort.json</c> can say, as editors read it.</summary>
    public static string Schema
    {
        get
        {
            using var stream = typeof(InitTexts).Assembly.GetManifestResourceStream(SchemaFile)!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    public static string Environment(string @namespace) =>
        $$"""
            using Retort;
            using Retort.Migrations;

            namespace {{@namespace}};

            /// <summary>What the revisions are made for.</summary>
            internal sealed class Env : MigrationEnvironment
            {
                /// <summary>The schema as the models declare it; autogenerate compares the database with it.</summary>
                public override MetaData TargetMetaData => Tables.MetaData;
            }

            """;

    public static string Config(string scriptLocation, string? project, string url)
    {
        var schema = Path.IsPathRooted(scriptLocation) ? scriptLocation : $"./{scriptLocation}";
        List<(string Name, string Value)> settings =
        [
            ("$schema", $"{schema}/{SchemaFile}"),
            .. project is null ? [] : new[] { ("project", project) },
            ("script_location", scriptLocation),
            ("url", url),
        ];
        return $"{{\n{string.Join(",\n", settings.Select(setting => $"  \"{setting.Name}\": {Json(setting.Value)}"))}\n}}\n";
    }

    /// <summary>The package for a URL's scheme; null for one that is not ours, or a placeholder.</summary>
    public static string? PackageOf(string url) =>
        url.Split(':', '+')[0] switch
        {
            "sqlite" => "Retort.Sqlite",
            "postgresql" or "postgres" => "Retort.PostgreSql",
            "mysql" or "mariadb" => "Retort.MySql",
            _ => null,
        };

    private static string Json(string text) =>
        $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

namespace Retort.Migrations;

/// <summary>A setting of <c>retort.json</c>.</summary>
/// <param name="Name">As it is written there.</param>
/// <param name="Form">What it can be, in words.</param>
/// <param name="Apply">Puts a value into a configuration, or says what is wrong with it.</param>
internal sealed record Setting(string Name, string Form, Func<MigrationsConfig, JsonMember, MigrationsConfig> Apply)
{
    public static Setting Text(string name, Func<MigrationsConfig, string, MigrationsConfig> set) =>
        new(name, JsonMember.TextForm, (config, value) => set(config, value.Text()));

    public static Setting Texts(string name, Func<MigrationsConfig, IReadOnlyList<string>, MigrationsConfig> set) =>
        new(name, JsonMember.TextsForm, (config, value) => set(config, value.Texts()));

    public static Setting Flag(string name, Func<MigrationsConfig, bool, MigrationsConfig> set) =>
        new(name, JsonMember.FlagForm, (config, value) => set(config, value.Flag()));

    public static Setting Number(string name, int least, int most, Func<MigrationsConfig, int, MigrationsConfig> set) =>
        new(name, JsonMember.NumberForm(least, most), (config, value) => set(config, value.Number(least, most)));

    public static Setting Choice(
        string name,
        IReadOnlyList<string> choices,
        Func<MigrationsConfig, string, MigrationsConfig> set
    ) => new(name, JsonMember.ChoiceForm(choices), (config, value) => set(config, value.Choice(choices)));
}

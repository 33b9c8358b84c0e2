namespace Retort.Migrations;

/// <summary>Primary keys: a change of one moves the identity of rows, which no comparison can decide about.</summary>
internal static class PrimaryKeyComparer
{
    public static void Compare(Comparison comparison)
    {
        foreach (var pair in comparison.Common)
            if (pair.Declared.PrimaryKey?.Columns != pair.Found.PrimaryKey?.Columns)
                throw AutogenerateException.PrimaryKeyChanged(pair.Declared, pair.Found);
    }
}
